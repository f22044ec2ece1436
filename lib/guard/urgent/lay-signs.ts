/**
 * The same emergencies as in emergency.ts, the way people put them at two in the morning: one phrase a line.
 *
 * A concept named here and there is one concept.
 */
import type { Vocabulary } from "../match/lexicon";

export const LAY_SIGNS: Vocabulary = {
  "sign.chest-pain": `
    <pain> ~3 (in|on|across|behind|under|inside) ~4 <chest>
    (pressure|tightness|heaviness|squashing|crushing|weight) ~6 (chest|breastbone|ribs)
    (like|feels like) ~4 (someone|something|elephant|car|truck|horse|brick|man|weight) ~3 (sitting|parked|standing|stood|sat|sits) on
    elephant ~3 (sitting|sat|standing) on me
    (clutching|grabbing|holding|gripping) (his|her|my|at his|at her) ~1 chest
    (se agarra|agarrandose|se toca|se aprieta) ~2 pecho
    (grey|gray|white|pale) (and|n)? ~1 clammy
    feeling of doom
    something terrible is (about to|going to) happen to me
    (tearing|ripping) ~2 (pain|feeling|sensation) ~4
    (rip|tear|ripped|tore|tearing) ~3 (between|in) ~2 shoulder blades
    (pain|tearing|ripping) ~3 between ~2 shoulder blades ~6 (never|sudden*|worst|sweat*|tear*|rip*)
    (heart|ticker) ~2 (stopped|stops) ~3 (started|starts|then|again)
    presion ~6 (medio|pecho) ~8 brazo`,
  "sign.stroke": `
    (mouth|tongue|lips) ~2 (wont|doesnt|isnt) ~2 (work|move|make|form|do) ~6
    (words|speech|talking|sentences) ~5 (like soup|soup|backwards|mush|rubbish|jumble|scrambled|gobbledygook)
    (talking|speaking|talks) (rubbish|nonsense|gibberish|backwards|gobbledygook)
    (foot|leg|arm) ~2 (dragging|drags|trailing) ~4
    (arm|hand|leg|side|foot) ~2 (went|gone|going|has gone|suddenly) ~1 (dead|limp|weak|useless|heavy|numb) ~4 <now>
    (walking|staggering|stumbling|walks) ~3 (drunk) ~6
    (keeps|kept|keep) ~1 (dropping|veering|bumping|walking) ~3 (fork|spoon|cup|things|everything|mug|into ~4 (door*|wall*|frame))
    (vision|sight) ~3 (went|gone|going|goes|has gone) (dark|black|grey|gray|dim|funny|half|double|blurry) ~4
    (room|everything|world) went (dark|black|grey) ~3
    (half|one side of) (my|his|her|the) (vision|sight|face|body) ~3
    everything (is|went)? ~1 double ~6
    (hand|arm|leg) ~1 (isnt|is not|s not|not) (mine|my own|his|hers)
    (cant|cannot|couldnt) ~1 (button|hold|lift|raise|grip|move|use|feel) ~2 (arm|hand|leg|cardigan|cup|fork|side|pen) ~8 <now>
    (reaching|reaches) ~4 wrong hand
    (sudden|suddenly|sudden onset) ~2 (blind*|deaf|dizz* ~4 cant (stand|walk))
    se me fueron las piernas
    se le fue ~3 (lado|cara|boca|habla)
    habla como (borracho|borracha)
    no (levanta|mueve|siente) ~2 (brazo|pierna|mano|lado)
    no habla ~2 (desde|hace)
    se le (cae|cayo|caen) ~2 (tenedor|cuchara|vaso|boca|cara|baba)`,
  "sign.anaphylaxis": `
    (throat|windpipe) ~3 (thick|narrow*|lump|tight*|scratchy|swelling|swelled) ~10 (swallow|after|shot|ate|since|pill|nuts|sting|eating|minutes|jab)
    (after|since|ate|eating|stung|sting|shot|jab|pill|nut|nuts|bee) ~14 (tight throat|throat ~2 tight|throat ~2 closing|cant swallow|voice ~3 (croaky|hoarse|gone|going))
    (breathing|breathe) through a straw
    epipen ~8 (again|back|worn|wearing|wore|still|not|second|coming|now|used)
    (used|gave|given|had) ~2 (the)? (epipen|epi pen|adrenaline pen|pen) ~10 (coming back|again|still|wearing off|do i|go in)
    (ronchas|urticaria) ~8 (silbido|respirar|garganta|labios)
    nudo ~2 garganta ~6
    se (me|le) cierra ~2 (voz|garganta)
    (cara|boca|labios) ~3 globo`,
  "sign.breathing": `
    (cant|couldnt|unable to|barely|hardly) ~1 (finish|get through|say|speak) ~3 (sentence*|words?|two words)
    (blue|rescue|reliever|ventolin|albuterol|salbutamol|puffer) ~1 (inhaler|puffer|puffs)? ~3 (nothing|not (help*|work*|touch*)|isnt (help*|work*)|doing nothing|no help|no use|useless)
    (whistl*|stridor|barking|grunting|gasping|gurgling|rattling|creaky|squeaky) ~5 (breath*|breathe*|breathing)
    (breath*|breathes|breathing) ~5 (whistl*|stridor|like a (seal|saw|frog)|grunting|gurgl*|rattling|with (his|her) shoulders|like ~3 running)
    gurgling when ~3 breathes
    neck ~2 (sucks|sucking|pulls|pulling) in
    (dip|skin|notch) ~4 (neck|throat|ribs) ~2 (sucks|sucking|pulls)
    (pink|bloody|frothy) (froth|foam|spit|phlegm|sputum)
    (spit*|cough*|bringing up) ~3 (pink|froth*)
    cant lie flat ~6 (breath*|cough*|gasp*|drown*)
    (sats|oxygen|spo2|o2|oximeter) ~6 (6*|7*|80|81|82|83|84|85|86|87|88)
    peak flow ~5 (50|60|70|80|90|100|110|120|130|140|150)
    breathing (#|fifty|sixty|seventy) ~1 (a|per|times) ~2 minute
    (trach*|tracheostomy|airway) ~3 (blocked|came out|fell out|fallen out)
    (grape|marble|coin|sweet|candy|meat|food|bone|toy) ~4 (stuck|lodged) ~4
    (stuck|lodged) ~3 (throat|windpipe|airway)
    no sound ~3 (coming|comes) ~1 out
    se le hunden ~2 costillas
    no puede ni hablar`,
  "sign.unconscious": `
    (on|onto) the ~2 (floor|ground|landing|bathroom floor|kitchen floor) ~6 (not|wont|isnt|no|cant) ~2 (answer*|respond*|mov*|wak*|talk*|speak*|get up|lift)
    (slumped|slid off|slid down|went down|dropped) ~8 (wont|not|isnt|cant) ~3 (wake|answer*|respond*|come round|come to|move)
    (wont|not|isnt|doesnt|didnt|hasnt|cant get (him|her) to|havent) ~2 (come round|coming round|come to $|rouse|stir|open (his|her) eyes|squeeze my hand|come around)
    (won't|wont|cant|cannot|hard to|difficult to|impossible to) ~1 (rouse|be roused|be woken|keep (him|her) awake)
    found ~5 (floor|ground|bed|bath|greenhouse|car|garden) ~10 (cold|shiver*|blue|snor*|jerk*|wont|not|cant|all night|unrespons*|burning)
    (snor*|gurgl*) ~6 (wont wake|wont rouse|cant wake|noises ~4 jerk*|funny ~6 (wont|cant))
    (pinch*|shook|shake|slapped) ~4 (him|her) ~5 (nothing|no response|didnt|doesnt)
    eyes ~2 (arent|are not|not|wont) ~1 (following|focus*|open*|tracking)
    (just|suddenly) (dropped|collapsed|went down|keeled over)
    no (se levanta|contesta|me contesta|responde|despierta|reacciona) ~6 (hace|desde|y|ya|nada|rato)`,
  "sign.seizure": `
    (second|another|third|first|his|her|longest|this) (fit|seizure) ~6 (today|stop*|minutes|now|hasnt|wont|lasting|come round)
    fit after fit
    (this|the) ~1 (one|fit|seizure) ~3 (isnt|not|wont) ~1 stop*
    (stiff|rigid) ~5 (jerk*|shak*|twitch*|froth*)
    (body|arm|leg|hand|side) ~3 (keeps)? ~1 (jerking|twitching) ~8 (eyes|floor|minutes|wont|respond*|time)
    jerking ~3 (froth*|foam*|floor|burning|unrespons*)
    frothing
    (se puso|esta) (tieso|tiesa) ~6 (tembl*|ojos|minutos|sacud*)
    conbulsion*`,
  "sign.bleeding": `
    (gone|going|went|goes|soak*|fill*|chang*|blood) ~3 (through) ~3 (pad|pads|towel|towels|tampon*|tissue*|sheet*|nappies|dressing*|bandage*)
    (pad|pads) ~3 (every|an|per|each) ~3 (minutes|hour|hours)
    (towel|pad|bandage|sheet|dressing|cloth) (is|was|are)? ~1 (full|soaked|dripping)
    (pouring|pumping|squirting|spurting|gushing|streaming) ~5 (blood|cut|wrist|neck|arm|leg|nose|out|towel|through|pressing)
    blood ~4 (everywhere|pumping|squirt*|spurt*|pool*|puddle|bowl|bowlful|tap|stream*|through ~3 towel*)
    (wont|not) ~1 stop (spurting|squirting|pumping|gushing|pouring)
    nose ~3 (pouring|gushing|bleeding) ~6 (hour*|minutes|stop)
    (clots|lumps) ~3 (size of|like (liver|golf|plums|eggs)|as big)
    (blood|bleeding|running) ~3 down my legs
    (bowlful|bucket|buckets) ~2 (blood|dark red|red)
    all blood ~6 (toilet|loo|bright|bowl)
    tourniquet
    torniquete`,
  "sign.vomiting-blood": `
    (brought|bringing|throwing|threw|coming|came|spew*|puking|puked) ~1 up ~6 (coffee|blood|black|dark brown|dark red|bright red|manure)
    (poo|poop|poos|stool*|motions) ~5 (like tar|tar|black and sticky|black as)
    like ~1 (old)? coffee grounds?
    stuff like ~1 old coffee
    borra de cafe
    (nappy|diaper) ~6 (raspberry|redcurrant|jam|jelly|blood)
    (redcurrant|raspberry|currant) (jam|jelly)`,
  "sign.headache": `
    never (had|felt) ~3 (headache|head pain) like
    like ~3 (someone|somebody|id been|i was|been) ~3 (hit|struck|kicked) ~6 head
    (hit|struck|kicked) ~4 head ~4 (plank|bat|hammer|brick|shovel)
    (snap|pop|bang|crack|explosion) ~2 in (my|his|her) head
    (head|headache) ~3 (exploded|exploding|splitting ~6 (blurr*|muddl*|vomit*|confus*))
    cant bend (my|his|her|the)? ~1 neck
    no puede doblar el cuello
    (blood pressure) ~2 (2*) ~10 (head*|blurr*|chest|vision|words|confus*|vomit*)`,
  "sign.cauda-equina": `
    (no feeling|cant feel|dont feel|numb) ~2 (wip*|when i wipe|down there|peeing)
    sitting on (cotton|cotton wool|a cushion|nothing)
    cant tell ~1 (when|if|that) ~2 (peeing|pee|going|need to go)
    legs ~1 (stopped working|wont work|dont work|gave way|not working|buckled|wont hold ~2)
    (legs|feet|leg) ~3 (numb|tingl*|weak*) ~4 (upward|upwards|going up|climbing|spreading up|moving up|was toes)
    no siento ~3 limpio`,
  "sign.torsion": `
    (one|left|right) ~2 (ball|testicle|nut|boys|boy|stone) ~3 (is|has|up)? ~1 (up high|high|climbed|pulled up|hard|rock)
    one of my (boys|nads|stones|plums) ~6
    (duele|dolor) ~2 abajo ~3 lado
    (bals|ball|balls|testicle*|nuts) ~3 (hurt|hurts|pain*|agony) ~4 (sudden*|bad|suddenly|so)
    snapped ~3 (during|having|in) sex`,
  "sign.priapism": `
    (boner|erection|hard on|hardon|stiffy) ~2 (since|for|all) ~4
    (wont|hasnt|isnt|not) ~1 (go|gone|going) down ~8 (last night|yesterday|hours|since|hurts|morning|dinner|news)
    (been|its|still) (standing|standing up|up|hard) ~2 since ~2 (last night|yesterday|# ~1 (am|pm)?|this morning)
    lleva ~2 horas (parado|duro|erecto|tieso)
    no me baja ~6`,
  "sign.clot": `
    (leg|calf|ankle|thigh) ~4 (huge|twice|double|massive|like a (sausage|balloon|log|tree)|tight as) ~6 (red|hot|other|flight|drive|surgery|breath*|puff*|baby|warm|right|left)?
    one (ankle|foot|thigh|leg|calf) ~3 (twice|double|bigger|swollen|huge) ~8
    (leg|foot|arm|hand) ~3 (gone|went|turned|is|has gone|going) ~1 (white|icy|blue|cold|marble*|mottled|dusky) ~6
    (stitch|stab*|sharp pain|catch) ~6 (breathe|breathing|breath) ~8 (surgery|flight|leg|after|op|baby)
    (fingers|toes) ~4 (white|black|blue) ~2 hard`,
  "sign.retention": `
    (not|no|hasnt|havent|didnt|nothing|ni|without) ~3 (a drop|una gota|a trickle|single drop|one drop) ~6
    (hasnt|havent|not) passed (a drop|any (urine|water|pee))
    (catheter|sonda|bag|suprapubic) ~5 (stopped|blocked|not drain*|isnt drain*|no drena|dry|been dry) ~10 (belly|pain|agony|full|solid|hard|head|sweat*|nothing|burst*|since)
    nothing (since|will come|comes) ~8 (burst*|bladder|sweating|toilet|pee)
    (desde ayer|desde anoche|desde hoy|lleva|llevo) ~4 (no orino|sin orinar|no orina|sin hacer pipi)
    no (orino|orina|ha orinado) ~3 desde`,
  "sign.pregnancy-danger": `
    baby ~3 (hasnt|isnt|not|stopped|has not) ~1 (moved|moving|kicked|kicking|move) ~4
    (baby|bump) ~8 (nothing|no movement|quiet|still) ~4 (since|today|all day|last night)
    (she|he|baby) ~1 stopped (kicking|moving) ~2 (me|inside|today|since)?
    (gushing|leaking|pouring) ~2 (fluid|water|waters) ~4
    # (wk|wks|weeks|week) ~2 (and|with|pregnant|im|gushing|now)? ~1 (gushing|contractions|heavy bleeding|bleeding|waters|water broke|leaking)
    contractions ~6 (# (weeks|wks|week|wk)|minutes apart|mins apart|twenty|early)
    contractions ~3 apart ~8
    placenta previa ~4 (bleed*|blood)
    bleeding ~4 placenta previa
    (pregnant|# weeks|semanas) ~14 (chispitas|luciernagas|lucecitas|boca del estomago|sparkles|stars in my eyes)
    (bebe|nino|nina) ~3 no se (ha movido|mueve) ~4
    (abortion pills|miscarriage|termination|abortion) ~10 (fever|foul|smell*|soak*|wont stop|39*|chills)`,
  "sign.eye-danger": `
    (lime|cement|plaster|bleach|acid|drain cleaner|oven cleaner|glue|ammonia|cal|cemento|cloro|mezcla|chemical*|lye|battery acid|pepper spray) ~6 (eye|eyes|eyeball|ojo|ojos)
    (eye|eyes|eyeball|ojo) ~4 (hook|nail|glass|metal|knife|stick|branch|needle|splash* ~3 (bleach|acid|chemical*))
    (hook|nail|glass|metal|shard|stick|wire) ~3 (in|through|into) ~2 (eye|eyeball|ojo)
    (ball|punch*|fist|elbow|stick|hit) ~4 eye ~10 (blood|cant see|blurr*|half|black|double)
    line of blood ~4 (eye|bottom)
    (eye) ~3 (rock hard|bulging|popping out|sticking out) ~10
    halos ~3 lights ~10 (vomit*|sick|pain|hard|red|headache)
    (eye|vision) ~6 (curtain|shutter|blind|veil|shade) ~4 (came|coming|down|across|pulled|half)
    (went|gone) (black|blind|dark) ~4 (curtain|one eye|in my eye)
    (eye|vision) ~4 (black specks|flashes|floaters) ~8 (sudden*|hundred*|shower|since|curtain|shadow)
    sudden* blind*
    ya ~1 no veo ~4 (ojo|nada)
    nomas veo (blanco|negro|borroso)`,
  "sign.burn": `
    (boiling|hot|scalding) (oil|water|fat|tea|soup|coffee) ~10 (chest|arm|face|leg|legs|skin|over|down|baby|him|her|toddler)
    (kettle|chip pan|pan|pot|cup of tea) ~4 (over|on|down|onto) ~2 (him|her|his|my|chest|face|toddler|baby|arm|herself|himself)
    skin ~2 (came|comes|coming|peeled|peeling|hanging|fell) off ~4
    (live wire|electrocut*|electric shock|mains|got a shock) ~10 (thrown|burn|heart|flutter*|chest|numb|back)
    (me|se) quem* ~6 (cara|pecho|brazos|aceite|agua|vaporera)`,
  "sign.belly-danger": `
    (no gas|no poo|no poop|no bowel movement|not pooped|not been) ~6 (days) ~8 (puk*|vomit*|bringing|brought|swollen|barrel|tight)
    (puk*|vomit*|sick|spew*) ~4 (green|bile|brown|manure|faeces|poo) ~6
    (baby|newborn|bebe|# (wks|weeks)) ~8 (green|bile|verde) ~4
    (sick|vomit*|throw* up) ~3 bright green
    hernia ~8 (hard|purple|black|wont (push|go) back|stuck out|green) ~4
    (lump|bulge) ~6 (purple|black|wont (push|go) back|stuck out) ~6 (vomit*|sick|pain|agony|hard|groin)?
    hernia* ~6 (vomit*|sick|agony|red)
    (belly|stomach|tummy|abdomen) ~4 (rigid|hard as|like a (board|drum|rock|barrel)|rock hard|solid) ~6
    (pain|dolor) ~8 suddenly (stopped|went) ~6 (dreadful|hot|worse|feel|fever)
    (bent|doubled) (double|over) ~6 (pain|puk*|vomit*|yellow|back)
    (output|stoma|ileostomy|colostomy) ~4 (nil|nothing|stopped|black|purple)
    panza ~2 (tambor|dura|tabla)`,
  "sign.wound-danger": `
    (stab*|knife|chisel|glass|saw|cut) ~4 (thigh|neck|wrist|palm|chest|stomach|belly|throat|groin) ~8 (squirt*|pump*|deep|numb|bend|spurt*|gush*|through)
    (fingers|thumb) ~2 (wont|cant) (bend|move) ~6
    (cut|chopped|sliced|ripped|torn) ~1 off ~3 (finger|thumb|toe|ear|fingertip|hand)
    stuff bulging out
    (scar|wound|stitches|incision|section) ~4 (opened|burst|split) ~8 (bulging|bowel|guts|insides|out|blood)
    (skin|groin|leg|thigh) ~4 (black|dusky|purple|crackly|crackles) ~6 (patch|blister*|pain|smell*|fever|spread*)
    pain ~3 out of (all)? proportion
    (bone|hueso) ~3 (through|out of|poking|sticking|se ve|salio)`,
  "sign.infection-danger": `
    (jaw|mouth) ~2 (wont|cant) open ~10
    jaw spasms
    lockjaw
    (swell*|swollen) ~4 (under|jaw|neck) ~10 (tongue|swallow*|drool*|breath*|cant open)
    (rigors|shaking with cold|shaking chills|teeth chattering) ~6
    (rigid|stiff) ~6 (fever|sweating|burning) ~8
    (pacemaker|picc|port|line|catheter) ~3 (site)? ~3 (pus|oozing|burst|red) ~10 (rigors|shak*|fever|cold|chills)
    (shunt) ~6 (headache|vomit*|sleepy|drowsy)
    (transplant) ~6 (fever|no (pee|urine)|not peeing)
    (red|hot) ~2 (patch|line|streak*) ~12 (now|up) ~3 (knee|thigh|arm|elbow|groin)`,
  "sign.cold-heat": `
    stopped (shivering|sweating) ~8
    (temp|temperature|fever) ~3 (41|42|106|107) ~6
    (heat|sun|42 grados|degrees) ~10 (confused|nonsense|rubbish|disparates|arguing|collapsed|stopped sweating)
    (fell|fallen|pulled) ~3 (canal|river|ice|lake|pool|sea) ~8 (mumbl*|shiver*|confus*|blue|cold|breath*)
    (dive|diving|dived|ascent|scuba) ~10 (numb|ache|marbl*|tingl*|dizzy|weak|breath*)
    (mountain|altitude|# m|metres|meters) ~10 (coughs pink|pink|confus*|cant keep up|blue|slate)
    dejo de sudar ~6`,
  "sign.sugar": `
    (pen|meter|sensor|monitor|glucometer|pump) ~2 (said|says|reads|reading|read) ~1 (low|hi|high) ~10 (rubbish|shak*|confus*|sweat*|wont|cant|sick|vomit*)
    azucar ~4 (no baja|muy alta|muy baja|hi) ~8 (acetona|vomit*|tembl*|sudando|dormid*)
    huele a acetona
    (deep|fast) (and|,)? ~1 (fast|deep)? breathing ~8 (thirst*|weeing|peeing|sleepy|fruity|sick)
    (sick|vomit*) ~6 ketones`,
  "sign.confusion": `
    (not|hasnt been|isnt|aint) (himself|herself|myself|right) since ~3
    talk* (to|with) (people|someone|things) ~3 (arent|not|isnt) there
    (sees|seeing|hears|hearing|ve|ves) (things|people|voices|animals|bugs|animales|cosas) ~3 (arent|not|isnt|since|today) ~2
    picking at ~4 (air|sheets|things|nothing)
    no idea where (i am|he is|she is)
    (doesnt|didnt|does not) (know|recognise|recognize) ~2 (me|own house|where (he|she) is|the year|our house) ~6 (today|this morning|since|suddenly|anymore today|tonight)
    (called|calls|calling) ~3 (me|dog|cat) ~3 (by ~3 name|mother|mum|mom) ~6
    (raving|rambling|delirious)
    dice (disparates|tonterias|incoherencias)`,
  "sign.head-injury": `
    (fell|came|thrown|crash*|knocked) ~8 (trampoline|bike|scooter|ladder|horse|skateboard|stairs|cot|table) ~14 (sick|nodding off|sleepy|pupils|same (thing|question)|vomit*|confus*|cant remember|clear fluid)
    pupils ~2 (different|uneven|not the same|one big)
    (fell|crash*|dived|landed) ~8 (cant|cannot|dont want to) ~2 (move|feel) ~3 (neck|legs|arms|hands|feet)`,
  "sign.device": `
    (defibrillator|icd|pacemaker) ~10 (went off|shocked|fired|kicked|again|dropping out)
    (shock*|fired|went off) ~3 (twice|again|three times|times) ~6 (icd|defibrillator|device)?
    (fistula|graft|stent) ~6 (bleeding|spurting|blood|opened|buzz stopped|no buzz)`,
};
