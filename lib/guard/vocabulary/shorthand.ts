/**
 * How people abbreviate goes in; the words the rules know come out.
 *
 * Units, frequencies, chat spelling and the street or brand names of common medicines. One token
 * on the left, the words it stands for on the right.
 */
const TABLE = `
eod = every other day | e2d = every 2 days | e3d = every 3 days | e4d = every 4 days | e5d = every 5 days
qod = every other day | qd = once a day | bid = twice a day | tid = 3 times a day | qid = 4 times a day
prn = when needed | qhs = every night | qw = once a week
mcg = mcg | ug = mcg | iu = iu | ius = iu | mgs = mg | mls = ml | ccs = cc | milligram = mg | milligrams = mg
miligramo = mg | miligramos = mg | gramo = gram | gramos = gram | grams = gram | microgram = mcg | micrograms = mcg
microgramos = mcg | mililitros = ml | mililitro = ml | milliliter = ml | milliliters = ml | millilitre = ml | millilitres = ml
unidades = units | unidad = units | unit = units
wk = week | wks = weeks | hr = hour | hrs = hours | min = minutes | mins = minutes | mo = months | mos = months
tmrw = tomorrow | tomoro = tomorrow | tonite = tonight | 2nite = tonight | rn = right now | atm = right now
wanna = want to | gonna = going to | gotta = have to | lemme = let me | gimme = give me | kinda = kind of | dunno = dont know
idk = i dont know | u = you | ur = your | r = are | plz = please | pls = please | thx = thanks | cuz = because | bcuz = because
bc = because | coz = because | wat = what | wut = what | wats = whats | abt = about | shud = should | shuld = should | shoud = should | cud = could
wud = would | hav = have | havin = having | bout = about | alot = a lot | ppl = people | smth = something | sth = something
cannot = cant | dnt = dont | didnt = didnt | ive = ive | yr = year | yrs = years | yro = year old | yo = yo
breth = breath | brethe = breathe | breathin = breathing | hurtin = hurting | bleedin = bleeding | swoll = swollen
medecine = medicine | medicin = medicine | meds = meds | rx = prescription | perscription = prescription | presription = prescription
doc = doctor | docs = doctors | dr = doctor | dra = doctor | hosp = hospital | preg = pregnant | prego = pregnant | bp = blood pressure
sob = shortness of breath | hcp = doctor | gp = doctor | pcp = doctor | er = emergency room | od = overdose | oded = overdosed | ods = overdoses
clomed = clomiphene | clomid = clomiphene | klomid = clomiphene | clomifeno = clomiphene | clomiphen = clomiphene | clomifene = clomiphene | enclo = enclomiphene
nolva = tamoxifen | nolvadex = tamoxifen | nolvadexx = tamoxifen | tamoxifeno = tamoxifen
adex = anastrozole | arimidex = anastrozole | aridimex = anastrozole | anastrozol = anastrozole | aromasin = exemestane | letro = letrozole
testo = testosterone | testosterona = testosterone | tren = trenbolone | deca = nandrolone | winny = stanozolol | anavar = oxandrolone
hcg = hcg | pregnyl = hcg | ovidrel = hcg | gonadotropina = hcg | proviron = mesterolone | dostinex = cabergoline | caber = cabergoline
tylenol = acetaminophen | paracetamol = acetaminophen | panadol = acetaminophen | acetaminofen = acetaminophen | calpol = acetaminophen | acetominophen = acetaminophen | tylonol = acetaminophen
advil = ibuprofen | motrin = ibuprofen | ibuprofeno = ibuprofen | ibuprofin = ibuprofen | nurofen = ibuprofen | aleve = naproxen | naproxeno = naproxen
aspirina = aspirin | asprin = aspirin | xanax = alprazolam | zannies = alprazolam | valium = diazepam | klonopin = clonazepam | ativan = lorazepam | zoloft = sertraline
prozac = fluoxetine | lexapro = escitalopram | celexa = citalopram | wellbutrin = bupropion | seroquel = quetiapine | ambien = zolpidem
viagra = sildenafil | cialis = tadalafil | coumadin = warfarin | eliquis = apixaban | xarelto = rivaroxaban | lipitor = atorvastatin
synthroid = levothyroxine | levotiroxina = levothyroxine | glucophage = metformin | metformina = metformin | ozempic = semaglutide | wegovy = semaglutide | insulina = insulin
prednisona = prednisone | amoxicilina = amoxicillin | omeprazol = omeprazole | losartan = losartan | adderal = adderall | accutane = isotretinoin | ritalin = methylphenidate
strok = stroke | ceazure = seizure | seezure = seizure | bludd = blood | blud = blood | tung = tongue | tounge = tongue | toung = tongue | faynt = faint | faynting = fainting | baybe = baby | husbin = husband | husbend = husband | tuk = took | toylet = toilet | rite = right | sence = sense | litle = little | sickin = vomiting | pil = pill | fel = fell | wen = when | wite = white | stroak = stroke | tolk = talk | tawk = talk | breeving = breathing | breething = breathing | brething = breathing | breathin = breathing | hart = heart | haert = heart | atack = attack | attak = attack | atak = attack | throte = throat | thoat = throat | troat = throat | bals = balls | feaver = fever | feva = fever | babby = baby | bby = baby | ijo = hijo | ija = hija | conbulsion = convulsion | conbulsionando = convulsionando | chst = chest | chets = chest | ches = chest | cheast = chest | stomack = stomach | stomache = stomach | bleding = bleeding | bleedng = bleeding | siezure = seizure | seizur = seizure | seazure = seizure | sezure = seizure | unconcious = unconscious | unconsious = unconscious | ambulence = ambulance | swolen = swollen | swolled = swollen | swalow = swallow | swallo = swallow | swalowed = swallowed | tabelts = tablets | tablits = tablets | pils = pills | medcine = medicine | medisin = medicine | medisine = medicine | insalin = insulin | insulan = insulin | mutch = much | miself = myself | mysef = myself | kil = kill | kilin = killing | sucide = suicide | suiside = suicide | sucidal = suicidal | suicidle = suicidal | ded = dead | liv = live | wana = want to | gunna = going to | gona = going to | wnat = want | tink = think | tinking = thinking | fink = think | hav = have | nite = night | tuches = touches | toches = touches | tuched = touched | raipd = raped | biolo = violo | golpiado = golpeado | insted = instead | dizy = dizzy | dizzie = dizzy | vomitting = vomiting | vommit = vomit | vomitin = vomiting | fanted = fainted | numm = numb | paralized = paralyzed | alergic = allergic | alergy = allergy | swel = swell | rsh = rash | pregnat = pregnant | pregnet = pregnant | pragnant = pregnant | overdos = overdose | overdosd = overdosed | poisen = poison | poisond = poisoned | choaking = choking | chokin = choking | xfa = por favor | xfavor = por favor | tengp = tengo | respirr = respirar | rrespirar = respirar | pexo = pecho | peho = pecho | sangrndo = sangrando | qiero = quiero | morrirme = morirme | suisidar = suicidar | pastiyas = pastillas | pastiya = pastilla
q = que | ke = que | qe = que | xq = porque | pq = porque | x = x | dnd = donde | kiero = quiero | ta = esta | pa = para | bb = bebe
hw = how | mch = much | mutch = much | meny = many | tak = take | tke = take | shud = should | shld = should | wat = what | wats = whats | ppl = people | cn = can | ofen = often | offen = often
`;

/** Folded token to the words it stands for. */
export const SHORTHAND: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.split(/[|\n]/u)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry): [string, readonly string[]] => {
      const [short = "", long = ""] = entry.split("=").map((side) => side.trim());
      return [short, long.split(" ")];
    }),
);
