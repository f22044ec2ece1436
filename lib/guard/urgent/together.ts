/**
 * Signs that are urgent together and not apart, as data: "he is 7 weeks old" and "it said 38.4".
 *
 * People tell an emergency over several sentences. Each entry names what must all be in the message, at most
 * `reach` tokens from the first to the last; each list is phrases, one a line or separated by commas.
 */
import type { UrgentCategory } from "../decision";
import type { Vocabulary } from "../match/lexicon";

export interface Together {
  readonly rule: string;
  readonly category: UrgentCategory;
  /** Concepts that must all be found. */
  readonly needs: readonly string[];
  /** Most tokens from the first to the last; safe 15 to 60. */
  readonly reach: number;
}

const emergency = (rule: string, reach: number, ...needs: string[]): Together => ({
  rule: `urgent.together.${rule}`,
  category: "emergency",
  needs,
  reach,
});
const poisoning = (rule: string, reach: number, ...needs: string[]): Together => ({
  rule: `urgent.together.${rule}`,
  category: "poisoning",
  needs,
  reach,
});

export const TOGETHER: readonly Together[] = [
  emergency("heart", 45, "pressing", "spreads-to", "drenched"),
  emergency("heart", 30, "clutching", "drenched"),
  emergency("stroke", 30, "odd-speech", "odd-side"),
  emergency("stroke", 30, "odd-sight", "odd-side"),
  emergency("stroke", 30, "odd-sight", "odd-speech"),
  emergency("allergy", 40, "exposed-to", "puffing-up", "throat-trouble"),
  emergency("allergy", 25, "puffing-up", "throat-trouble"),
  emergency("airway", 45, "noisy-breath", "drooling"),
  emergency("airway", 30, "fire-or-smoke", "throat-trouble"),
  emergency("heart-failure", 30, "froth", "cannot-lie"),
  emergency("meningitis", 40, "neck-stiff", "light-hurts"),
  emergency("meningitis", 40, "neck-stiff", "hot-fever"),
  emergency("meningitis", 45, "neck-stiff", "sudden-head"),
  emergency("meningitis", 30, "purple-spots", "hot-fever"),
  emergency("cauda-equina", 45, "bad-back", "numb-seat"),
  emergency("cauda-equina", 45, "numb-seat", "bladder-gone"),
  emergency("cauda-equina", 45, "bad-back", "bladder-gone"),
  emergency("clot", 45, "leg-sign", "puffed"),
  emergency("clot", 45, "lay-still", "leg-sign"),
  emergency("clot", 40, "lay-still", "breath-stab"),
  emergency("ectopic", 50, "early-pregnant", "one-side-pain"),
  emergency("ectopic", 50, "early-pregnant", "going-down"),
  emergency("pre-eclampsia", 50, "late-pregnant", "seeing-lights"),
  emergency("after-birth", 60, "gave-birth", "pouring"),
  emergency("after-birth", 60, "gave-birth", "shaking-chills"),
  emergency("baby-fever", 45, "young-baby", "hot-fever"),
  emergency("head-injury", 50, "head-blow", "head-danger"),
  emergency("spine-injury", 40, "big-fall", "nerve-gone"),
  emergency("sepsis", 50, "infection-source", "shaking-chills"),
  emergency("sepsis", 50, "low-defence", "hot-fever"),
  emergency("sugar", 45, "diabetic", "sugar-danger"),
  emergency("bleeding-inside", 45, "black-stool", "going-down"),
  emergency("bleeding", 40, "blood-thinner", "pouring"),
  emergency("withdrawal", 50, "stopped-drinking", "withdrawal-danger"),
  emergency("torsion", 40, "private-pain", "vomiting-too"),
  emergency("priapism", 45, "erection-cause", "still-up"),
  emergency("heat", 40, "great-heat", "heat-danger"),
  emergency("skin", 45, "new-medicine", "skin-loss"),
  poisoning("gas", 50, "burner", "everyone-ill"),
  poisoning("tablets", 40, "tablets-gone", "ill-now"),
  poisoning("child", 30, "little-one", "in-mouth"),
];

export const TOGETHER_VOCABULARY: Vocabulary = {
  pressing: `
    heavy, heaviness, pressure, crushing, squeezing, squeeze, tight, tightness, ache, aching, indigestion, weight, band, presion, opresion, aprieta, apretando, pesadez, dolor, agarra`,
  "spreads-to": `
    jaw, teeth, (left|right|one|my|his|her|both|down|the|el|del|al) ~1 (arm|arms|shoulder|shoulders), across my shoulders, collarbone, into my neck, up my neck,
    mandibula, quijada, dientes, brazo, hombro, al cuello`,
  drenched: `
    sweat, sweats, sweating, sweaty, clammy, drenched, soaked, soaking wet, dripping wet, cold sweat, (gone|looks|went|turned|is) (grey|gray|white|ashen|pale),
    sudor frio, sudando, sudado, sudada, sudoroso, empapado, empapada, palido, palida`,
  clutching: `(holding|clutching|grabbing|gripping|rubbing|pressing) ~2 chest, (se agarra|agarrandose|se toca|se aprieta) ~2 pecho, elephant ~3 (on|me|chest), (sitting|standing) on my chest`,
  "odd-speech": `
    (words|speech|talking|sentences|talk|voice) ~4 (funny|wrong|backwards|slurred|slurry|jumbled|garbled|thick|rubbish|nonsense|soup|muddled|stuck|odd|weird|strange|come out|coming out), (slurring|slurred|mumbling) , talking (rubbish|nonsense|gibberish|backwards|funny|weird), (cant|couldnt|wont|not) ~2 (speak|talk|get (his|her|my|the) words out|find the word*),
    habla (raro|mal|enredado|como borracho|arrastrado), (palabras|lengua) ~3 (raras|enredad*|trabad*|sale*), no (puede|puedo) hablar, hablando raro`,
  "odd-side": `
    (keeps|kept|keep) (dropping|missing|reaching|veering|bumping) ~4, (dropped|dropping|drops|drop) (his|her|my|the|a) (fork|spoon|cup|mug|glass|phone|pen|keys), (arm|hand|leg|foot) ~3 (dragging|drags|limp|weak|numb|dead|heavy|useless|not mine|tingl*|wont|drifts), (one|left|right) side ~3, (walking|walks|staggering) ~3 (drunk|sideways|into), face ~3 (drop*|droop*|slid*|lopsided|crooked|numb), mouth ~3 (droop*|crooked|lopsided|numb),
    se le (cae|cayo|caen) ~4, no (levanta|mueve|siente) ~2 (brazo|mano|pierna), (brazo|mano|pierna|cara) ~3 (dormid*|debil|chueca|caida)`,
  "odd-sight": `(half|part|one side|side|all) ~3 (vision|sight|view) ~3 (gone|dark|grey|gray|black|missing|blurred), (vision|sight) ~4 (went|gone|going|goes|lost) , (gone|went|going) (blind|dark|grey|black) ~3 (eye|side)?, seeing double, double vision, (curtain|shade|blind|shutter) ~4 (eye|vision|down|across), veo doble, no veo ~3 (lado|ojo)`,
  "exposed-to": `
    ate, eaten, eating, stung, sting, bee, wasp, hornet, peanut*, nut, nuts, cashew*, shrimp, prawn*, shellfish, crab, sesame, (new|first|that|the|after|antibiotic) ~2 (pill|tablet|shot|injection|antibiotic|medicine|vaccine|jab), barbecue, latex,
    comio, comi, comer, comido, pico, abeja, avispa, nuez, nueces, mani, cacahuate*, camaron*, mariscos, inyeccion, antibiotico`,
  "puffing-up": `
    welts, hives, (face|eyes|eyelids|lips|lip|tongue|mouth) ~4 (puff*|swell*|swollen|swelled|ballooned|balloon|fat|huge), (swollen|puffy|fat) (face|eyes|lips|tongue|eyelids), itching all over, red all over,
    ronchas, urticaria, (cara|ojos|labios|lengua|boca) ~4 (hinch*|globo|inflam*)`,
  "throat-trouble": `
    throat, voice, croaky, hoarse, wheez*, whistling, swallow, breathing through a straw, <breathless>, (cant|hard to|trouble) ~1 (swallow|breathe|talk), coughing black,
    garganta, ronco, ronca, silbido, tragar, voz`,
  "fire-or-smoke": `house fire, (was|been|caught) in a (house)? fire, breathed ~3 smoke, smoke inhalation, incendio`,
  "noisy-breath": `(breath*|breathe) ~6 (whistl*|noise|noisy|seal|saw|bark*|crow*|squeak*|grunt*|rattl*), (whistl*|barking|crowing|squeaking|grunting|rattling) ~5 (breath*|breathe*), stridor, neck (sucks|sucking|pulls|pulling) in, (ribs|chest|belly) ~2 (suck*|pull*) in, silbido al respirar`,
  drooling: `drool*, dribbl*, (wont|cant) (swallow|talk|lie (down|flat)), sitting forward, leaning forward, babea, babeando`,
  froth: `(pink|white|bloody) (froth*|foam), frothy, (breathless|gasping|<breathless>)`,
  "cannot-lie": `(cant|cannot|wont|unable to) ~1 (lie|lay|sleep) (flat|down), propped up all night, drowning feeling, no puedo acostarme`,
  "neck-stiff": `(stiff|sore|rigid) neck, neck ~3 (stiff|rigid|wont bend|cant bend|hurts to bend), cant (bend|move|touch) ~1 (my|his|her)? ~1 (neck|chin), cuello ~2 (rigido|duro|tieso)`,
  "light-hurts": `(light|lights|sun|luz) ~3 (hurt*|bother*|too (bright|much)|molesta), (hates|avoiding|cant stand|shielding) ~3 (light|lights)`,
  "hot-fever": `
    fever, feverish, (temp|temperature) ~8 (38*|39*|40*|41*|100*|101*|102*|103*|104*|high|up), burning up, (hot|boiling|roasting) to (the)? touch, (felt|feels|is|so|very|really|red) hot, furnace, (38*|39*|40*|100.4|101*|102*|103*|104*) (under|in the ear|rectal|degrees|grados|fever),
    fiebre, calentura, arde, ardiendo, hirviendo, (38*|39*|40*) (de|grados)`,
  "sudden-head": `(worst|sudden|splitting|thunderclap) ~3 (head*|migraine|pain), (head*|migraine) ~6 (instant|suddenly|sudden|snap|exploded|like never), (snap|pop|bang|crack) in (my|his|her) head, came on in an instant`,
  "purple-spots": `(purple|bruise*|dark|red|blood) ~2 (spots|dots|freckles|marks|patches|rash|blotches), (spots|rash|dots) ~6 (glass|press*|fade|blanch), petechi*, manchas moradas`,
  "bad-back": `(back|spine|disc|sciatica|espalda|columna|ciatica) ~6 (<pain>|slipped|bulging|gone|out|killing|op|surgery|injury), slipped disc, sciatica, back pain, dolor de espalda`,
  "numb-seat": `(numb*|dead|no feeling|cant feel|dont feel|no siento|dormid*|adormecid*|cotton wool|tingl*) &8 (bum|bottom|saddle|groin|crotch|wip*|seat|between (my|his|her) legs|inner thighs|inside of (my|his|her) thighs|down there|privates|genitals|when i (wipe|pee|sit)|limpio|entrepierna|nalgas), sitting on cotton`,
  "bladder-gone": `
    (wet|wetting|peed|peeing|soiled|pooed|messed) (myself|himself|herself|my (pants|self)), (cant|dont|didnt) (tell|know|feel) ~2 (when|if|that) ~2 (pee*|need|going|went|full), (cant|couldnt|unable to) ~1 (pee|wee|urinate|go to the toilet|pass water), (lost|no|losing) control ~3 (bladder|bowel*|pee|wee), nothing ~2 (comes|come|came) ~1 out, (standing|stood|sat) ~3 (toilet|loo) ~6 (ages|nothing|hour),
    se me escapa (la orina|el pipi), me (orino|orine|hice) encima, no puedo orinar`,
  "leg-sign": `
    (leg|calf|thigh|ankle|foot|pierna|pantorrilla|tobillo) ~6 (swollen|swelled|swell*|hot|warm|red|tight|hard|bigger|twice|double|sausage|balloon|throb*|tender|hinchad*|caliente|roja|dura|gorda), (swollen|hot|tight|throbbing|fat) ~2 (leg|calf|thigh|ankle), (cramp|pain|sore*|ache|dolor) ~3 (calf|pantorrilla)`,
  puffed: `puffed, puffing, panting, winded, breathless, <breathless>, (pain|stab*|sharp|catch) ~5 (breathe|breathing|breath), coughing blood, falta el aire`,
  "lay-still": `(after|since|long|hour|week|the|from|got off) ~2 (flight|drive|journey|plane|coach|bus ride|road trip), (had|after|since|weeks? after|days? after|post) ~3 (surgery|operation|op|cast|hip replacement|knee replacement|c section), (cast|plaster|bedrest|bed rest), vuelo, viaje largo, me operaron, despues de la (cirugia|operacion), yeso`,
  "breath-stab": `(stab*|sharp|stitch|knife|catch*|pain*|hurts) ~7 (breathe|breathing|breath|inhale|cough), (sudden*|suddenly) ~3 (breathless|short of breath|cant breathe), coughing (up)? blood, (duele|dolor|punzada) ~4 respirar`,
  "early-pregnant": `
    positive (test|pregnancy test), (late|missed|overdue) ~2 period, period ~2 (is|was|weeks?|days?) ~2 late, week late, (im|i am|shes|she is|is|wife|girlfriend|about|only) ~3 (3|4|5|6|7|8|9|10|11|12|three|four|five|six|seven|eight|nine|ten) weeks, early pregnancy, just found out ~3 pregnant, ivf, embryo transfer,
    prueba positiva, retraso, atraso, embarazada de (pocas|# semanas), (3|4|5|6|7|8|9|10|11|12) semanas`,
  "one-side-pain": `
    (pain|cramp*|hurts|hurting|agony|stab*|knifed|knife|sharp|dolor|punzada|duele) ~8 (one side|left side|right side|(my|her|the|on|down) (left|right)|low down|lower (left|right)|un lado|lado izquierdo|lado derecho|shoulder tip|tip of my shoulder|collarbone), (one|left|right) side ~5 (pain|agony|stab*|cramp*|killing), (crawling|doubled over|had to lie on the floor|cant stand up) ~4`,
  "going-down": `
    faint, fainting, fainted, (passed|pass|passing|blacked|black) out, (goes|going|went|gone) (black|grey|gray|dim|white) ~3, (seeing|see|saw) (stars|spots|black), lightheaded, light headed, floaty, (nearly|almost) (went down|fell|collapsed|passed out), dizzy, collapsed, (colour|color) of (wax|paper|putty|candle*), white as a sheet, (had to|have to) (crawl|lie down),
    desmay*, mareada, mareado, todo negro`,
  "late-pregnant": `(#|twenty|thirty) ~1 weeks (pregnant|along)?, (third|second|3rd|2nd) trimester, # weeks ~3 (pregnant|baby|along|gone), pregnant, expecting, partners # weeks, embarazada, # semanas`,
  "seeing-lights": `(flashing|sparkl*|shimmer*|bright) ~1 (lights|dots|spots|stars), (seeing|sees|see|veo|ve) ~2 (stars|spots|dots|lights|lucecitas|luces|estrellitas|chispas), (face|hands) ~4 (puffy|swollen|puffed|swelled|balloon|hinchad*|globo), pain ~3 under ~2 (right)? ribs, blurry vision, vision borrosa`,
  "gave-birth": `(gave birth|had (my|the|a|our) baby|had ~1 (c section|cesarean)|postpartum|after (the)? (birth|delivery)|since (the)? (birth|delivery|miscarriage|baby)|since a miscarriage|after (my|the|a) miscarriage|di a luz|despues del parto|cesarea)`,
  pouring: `
    (bleeding|blood|sangre|bleed) ~6 (heavy|heavily|pouring|gushing|running down|everywhere|soak*|clots|lumps|wont stop|again|mucha|sin parar), (heavy|pouring|gushing) ~3 (bleeding|blood), (soak*|fill*|gone|going|went) ~3 (through)? ~2 (pad|pads|towel|towels|tissue*) , running down my legs, (nose|cut|gum|wound) ~3 (pouring|gushing|wont stop), (clots|lumps) ~3 (size|like), big clots`,
  "shaking-chills": `
    rigors, shivering, shivers, (shaking|shak*) ~4 (chills|cold|uncontroll*|cant stop|fever|all over|like a leaf|blankets), chills, mottled, blotchy, clammy, (cold hands|cold feet) , (confused|muddled|not making sense|picking at|doesnt know) , (so|very|too) (sleepy|drowsy), hasnt peed, <fever> of (39*|40*|41*|103*|104*|105*),
    escalofrios, temblando, tiritando`,
  "young-baby": `
    newborn, (baby|he|she|hes|shes|son|daughter|lo|little one|twin|boy|girl|infant) ~4 (1|2|3|4|5|6|7|8|9|10|11|12|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (weeks|wks|week|days), (1|2|3|4|5|6|7|8|9|10|11|12|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (week|weeks|day|days) old, (1|2|one|two) (month|months) old, born ~3 (days|weeks) ago, # days old,
    recien nacid*, (bebe|nino|nina|hijo|hija) ~3 (1|2|3|4|5|6|7|8|9|10|11|12) (semanas|dias), de (1|2|un|dos) (mes|meses)`,
  "head-blow": `
    (hit|banged|bumped|smacked|cracked|knocked|whacked|struck) ~3 head, head ~2 (injury|knock|bump), concussion, (fell|fallen|fall|came|thrown|knocked|tumbled|rolled) (off|down|from|out of) ~2, (came|fell) off (his|her|my|the) (bike|horse|motorbike|scooter), car (crash|accident), trampoline, elbow to the head, blow to the head, kicked in the head,
    se golpeo ~2 cabeza, se cayo ~3 (cama|escalera*|techo|bici|caballo), golpe en la cabeza`,
  "head-danger": `
    same (thing|question) ~4, (being|been|was|is|keeps|be|was) (sick|vomiting|throwing up), vomit*, threw up, throwing up, (nodding|dozing|drifting) off, (so|very|really|too) sleepy, hard to (wake|rouse), (doesnt|cant|didnt) ~1 (remember|know) ~4, confused, pupils?, (clear|watery) fluid, blood ~3 ear*, wont wake, slurr*, seizure, fit, unconscious, knocked out, passed out,
    vomito, vomita, vomitando, dormido, dormida, mucho sueno, confundid*, no se acuerda`,
  "big-fall": `(fell|fallen|fall|came|thrown|landed|dived|dove|jumped|crash*|rolled) ~4 (ladder|roof|horse|bike|motorbike|stairs|tree|trampoline|pool|scaffold*|height|window|car|balcony), car (crash|accident|wreck), rugby, tackle*, se cayo ~4 (techo|escalera*|caballo|arbol)`,
  "nerve-gone": `(cant|cannot|couldnt) ~1 (move|feel) ~3 (legs|arms|feet|hands|fingers|toes|anything), (tingl*|pins (and|n) needles|numb*) ~4 (arms|legs|hands|feet|fingers|body), (dont|afraid to|hurts to|cant) ~2 move ~2 neck, no (siento|siente|mueve|puedo mover) ~2 (piernas|brazos)`,
  "infection-source": `
    infection, infected, uti, water infection, kidney infection, cellulitis, sepsis, pneumonia, abscess, (red|hot) (patch|area|leg|skin) ~6 (spread*|bigger|up|size), wound, surgery, operation, catheter, picc, (discharge|wound|urine|pee) ~3 (smell*|awful|foul), infeccion, herida, operacion`,
  "low-defence": `chemo, chemotherapy, quimio, quimioterapia, transplant, neutropeni*, no spleen, immunosuppress*, leukemia, leukaemia, lymphoma`,
  diabetic: `diabetic, diabetes, type 1, type one, insulin, insulina, glucometer, pump (stopped|failed), diabetico, diabetica, azucar, glucosa, (pen|meter|sensor|dexcom|libre|pump) ~2 (said|says|reads|reading) ~2 (low|hi|high)`,
  "sugar-danger": `
    fruity, ketones, acetone, acetona, cetonas, pear drops, (breath*) ~4 (fast|deep|fruity|heavy), (cant|couldnt|wont) ~2 (keep ~4 down|wake|rouse|stay awake|swallow), (talking|speaking) (rubbish|nonsense|gibberish|funny), (passed|pass|passing) out, unconscious, confused, hard to (wake|keep awake|rouse), not making sense, fitting, seizure, slurr*, (throwing up|vomit*|being sick) ~3 (all day|all night|hours|non stop|nothing)`,
  "black-stool": `(poo|poop|poos|stool|stools|motions|bowel movement|toilet) ~5 (black|tar|tarry|sticky|dark red|maroon|blood|bloody|coffee), (black|tarry|bloody|maroon) (poo|poop|stool*|motions), (bowlful|lot|lots|bowl) of (dark)? ~1 (blood|red), (brought|bringing|throwing|threw|coming) up ~4 (coffee|blood|black), vomit* ~5 (coffee|blood|black), popo negro, heces negras, vomit* ~4 (sangre|cafe)`,
  "blood-thinner": `warfarin, apixaban, rivaroxaban, dabigatran, blood thinner*, anticoagulant*, hemophili*, haemophili*, clopidogrel, anticoagulante*`,
  "stopped-drinking": `
    (without|no|since|since my|since the|off|stopped|quit|quitting|last|cut|came off|ran out|run out|stopped taking) ~4 (drink|drinks|drinking|alcohol|vodka|booze|beer|whisky|whiskey|wine|benzo*|alprazolam|diazepam|clonazepam|lorazepam|phenibut|ghb|baclofen|opioid*|methadone|oxy*), cold turkey, detox*, (day|days) (sober|dry|off|without), (dejo|deje|dejado|sin) ~3 (tomar|beber|alcohol)`,
  "withdrawal-danger": `
    (hear*|see|seeing|sees) ~5 (things|voices|radio|bugs|people|music|spiders|arent there|isnt there|thats off), hallucinat*, (hands|body) ~3 (wont stop|shak*|trembl*), (shaking|trembling|tremors) ~4 (badly|uncontroll*|hands|cant|all over|drenched), drenched, fit, seizure, seizures, bugs, confus*, alucin*, viendo cosas, temblando`,
  "private-pain": `
    (testicle*|ball|balls|nut|nuts|sack|scrotum|groin|nads|privates|down (there|below)|abajo|huevo*|testiculo*) ~8 (<pain>|agony|swollen|twisted|doubled|kicked|duele|dolor|climbed|higher|rock), (<pain>|agony|doubled over|doblado) ~6 (testicle*|ball|balls|nut|nuts|groin|privates|down (there|below)|abajo|huevo*|testiculo*)`,
  "vomiting-too": `vomit*, throwing up, threw up, (feel|feels|feeling|being|been|going to be|was) (really)? sick, nause*, doubled over, cant (stand|walk|straighten), ganas de vomitar, vomit*, (woke|woken) ~4 (up|me|from), all of a sudden, suddenly, out of nowhere, de repente, hace una hora`,
  "erection-cause": `(penis|ed|trimix|caverject|alprostadil|sildenafil|tadalafil|urologist|erection) ~12 (shot|injection|injected|jab|pill|took|used|clinic), (shot|injection|injected) ~8 (penis|ed|erection*), trimix, caverject, the (injection|shot) (the clinic|they|my urologist) gave, boner, erection`,
  "still-up": `still (up|hard|erect|standing), (wont|hasnt|isnt|not|doesnt|never) ~2 (go|gone|going|went|come|come back) down, (standing|up|hard|erect) ~2 since ~2 (last night|yesterday|# (am|pm)?|this morning), (#|four|five|six|seven|eight|several) ~3 hours, no (baja|se baja)`,
  "great-heat": `(in|all day in) (this|the) (heat|sun), heatwave, heat wave, hot car, (garden|field|roof|car|sauna|hot tub) ~6 (heat|sun|hours|all day), sauna, hot tub, marathon, al sol, tanto calor`,
  "heat-danger": `(talking|speaking) (rubbish|nonsense), confus*, (stopped|not) sweating, bone dry, (red|burning|boiling) hot, limp, floppy, collapsed, passed out, fitting, seizure, not making sense, eyes ~3 (not|arent) ~1 (following|focus*)`,
  "new-medicine": `(new|started|starting|since) ~4 (pill|pills|medicine|tablet*|antibiotic*|lamotrigine|allopurinol|carbamazepine|medication|medicina|pastilla*|<drug>)`,
  "skin-loss": `(skin|piel|lips|mouth|eyes) ~5 (peel*|blister*|coming off|raw|gummed|sore everywhere|sloughing|sores|pelo|pela|pelando|ampollas|cae), blisters all over, (mouth|eyes) ~3 (sores|ulcers|raw) ~4`,
  burner: `
    gas (fire|heater|leak|stove|boiler), boiler, generator, brazier, charcoal, bbq indoors, barbecue (inside|indoors), (co|carbon monoxide) (alarm|detector), exhaust, paraffin heater, wood burner, car running ~3 garage,
    brasero, calentador, estufa de gas, carbon, boiler, generador, anafre`,
  "everyone-ill": `
    (all|both|whole family|everyone|everybody|we|kids|dog|cat) ~6 (headache*|heads|sick|dizzy|ill|sleepy|nause*|throwing up|staggering|cant stand|wobbly|collapsed), (woke|wake) up ~4 (headache*|thumping|sick|dizzy), (cheeks|face|skin) ~4 (cherry|pink|red|rojisim*), (wont|cant|not) ~2 (wake|get up|rouse|stand), (headache*|dizzy|sleepy) ~6 (better|goes|outside|leave),
    no (se levanta|despierta|se despierta), dolor de cabeza, maread*`,
  "tablets-gone": `
    (pill|pills|tablet|tablets|box|bottle|packet|strip|blister|pillbox|organiser|organizer|pastillero|frasco|cajita|caja) ~6 (empty|gone|missing|open|opened|all over|half empty|vacio|vacia|abierto|abierta|faltan), (empty|open|half empty) ~2 (pill|pills|tablet|box|bottle|packet|strip|blister) ~2, (took|taken|has taken|shes taken|hes taken) ~4 (week|days|monday|all of) ~4, (lost track|lost count) ~4 (pills|tablets|painkillers|doses|them|many), (six|five|four|three|all) patches`,
  "ill-now": `
    sick, vomit*, drows*, sleepy, hard to rouse, hard to wake, dizzy, swaying, staggering, (wont|cant|not) ~2 (wake|answer|stand), sweating, sweaty, shaking, (pupils|eyes) ~3 (pin*|tiny|huge|big|rolling), (mouth|tongue|lips) ~4 (blue|pink|white|chalk*|stained|rosita|rosada|azul|morad*), pale, drooling, heart (racing|pounding), slurr*, confused, quiet, demen*, slow breathing, yellow,
    maread*, sudando, vomit*, ida, ido, dormid*`,
  "little-one": `<young-one>, toddler, # (yo|year old), nursery, nappy, grandson, granddaughter, twins, puppy`,
  "in-mouth": `
    (chewed|chewing|licked|licking|sucked|sucking|bitten|bit|bite|swallow*|munched|tasted) ~8 (<drug>|<dose-form>|<toxic>|patch|pouch*|battery|button cell|berries|berry|mushroom*|bait|rub|cream|gel|vape|juice|pod|detergent|bleach|leaf|leaves|seeds), (in|on|round|around|all over) ~1 (his|her|the|their) (mouth|tongue|lips|teeth|nappy), (ate|eaten|drank|drunk|eating) ~5 (<drug>|<dose-form>|<toxic>|pouch*|bait|battery|button cell|berries|vape|e cig juice|muscle rub|perfume|hand sanitizer|essential oil|eucalyptus|lavender|weed|edible*|gummies),
    (boca|lengua) ~3 (rosa*|azul|blanca|morada), (se comio|chupo|mordio|se metio|agarro|se tomo|comio) ~6 (<drug>|<dose-form>|<toxic>|pila|iman*|hongos|gel|crema|jarabe)`,
};
