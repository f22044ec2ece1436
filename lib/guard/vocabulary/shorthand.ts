/**
 * How people abbreviate goes in; the words the rules know come out.
 *
 * Units, frequencies, chat spelling and the street or brand names of common medicines. One token
 * on the left, the words it stands for on the right.
 */
const TABLE = `
eod = every other day | e2d = every 2 days | e3d = every 3 days | e4d = every 4 days | e5d = every 5 days
qod = every other day | qd = once a day | bid = twice a day | tid = 3 times a day | qid = 4 times a day
prn = when needed | qhs = every night | qw = once a week | ed = every day
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
cannot = cant | dnt = dont | didnt = didnt | ive = ive | iv = ive | ya = you | yr = year | yrs = years | yro = year old | yo = yo
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
q = que | ke = que | qe = que | xq = porque | pq = porque | tb = tambien | x = x | dnd = donde | kiero = quiero | toy = estoy | ta = esta | pa = para | bb = bebe
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
