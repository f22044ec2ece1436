/** Parts of the body, sensations and signs; English and Spanish. */
import type { Vocabulary } from "../match/lexicon";

export const BODY: Vocabulary = {
  chest: `chest, breastbone, sternum, pecho, torax, heart, corazon, left side of my chest`,
  calf: `calf, calves, leg, legs, thigh, shin, pantorrilla, pantorilla, pierna, piernas, muslo, behind my knee, detras de la rodilla`,
  testicle: `testicle*, testis, testes, ball, balls, nut, nuts, nutsack, ballsack, scrotum, scrotal, sack, sac, testiculo*, huevo, huevos, escroto, bola, bolas`,
  penis: `penis, dick, cock, erection, boner, pene, ereccion, miembro, hard on`,
  head: `head, skull, cabeza`,
  face: `face, mouth, smile, lip, lips, eyelid, cara, boca, rostro, sonrisa, cheek`,
  limb: `arm, arms, hand, leg, legs, side, limb, foot, brazo, brazos, mano, pierna, piernas, lado, pie`,
  belly: `stomach, belly, abdomen, abdominal, tummy, gut, pelvis, pelvic, lower (right|left)? side, right side, left side, estomago, barriga, vientre, panza, abdomen, bajo vientre`,
  groin: `saddle, groin, crotch, private parts, privates, genitals, between (my|his|her|the) legs, inner thighs, bum, butt, anus, ingle, entrepierna, genitales, entre las piernas, partes (privadas|intimas), silla de montar`,
  body: `
    <chest>, <calf>, <testicle>, <penis>, <head>, <face>, <limb>, <belly>, <groin>, neck, throat, back, spine, shoulder*, elbow*, wrist*, finger*, thumb*, hip, hips, knee*, ankle*, feet, toe*, nail*, skin, scalp, hair, eye, eyes, ear, ears, nose, tongue, tooth, teeth, gum, gums, jaw, breast*, nipple*,
    rib, ribs, lung*, liver, kidney*, bladder, bowel*, prostate, uterus, ovary, ovaries, vagina*, vulva, rectum, muscle*, joint*, bone*, body, stool, poop, urine, pee, period, blood pressure, heart rate, pulse, mole, spot, lump,
    cuello, garganta, espalda, columna, hombro*, codo*, muneca*, dedo*, cadera*, rodilla*, tobillo*, pies, unas, piel, pelo, cabello, ojo, ojos, oido*, oreja*, nariz, lengua, diente*, muela*, encia*, mandibula, seno, senos, mama, mamas, pezon*, costilla*, pulmon*, higado, rinon*, vejiga, intestino*, prostata, utero, matriz, ovario*, recto, musculo*, articulacion*, hueso*, cuerpo, heces, orina, regla, presion, pulso, lunar`,
  pain: `
    pain, pains, painful, hurt, hurts, hurting, ache, aches, aching, achy, agony, killing me, throbbing, stabbing, burning, cramp*, sore, tender, pressure, tight, tightness, squeez*, crush*, heavy, heaviness, discomfort, elephant, weight on, stinging, twinge*, sharp,
    dolor, dolores, duele, duelen, doliendo, dolia, adolorid*, punzada*, opresion, opresivo, presion, aprieta, apretado, apretada, apretando, ardor, arde, pesadez, calambre*, molestia*, puntada*, punzante, aplasta*`,
  swollen: `swollen, swell, swelling, swelled, swells, swole, puffy, puffed, bigger, twice the size, inflamed, hinchad*, hinchazon, hincha, hincho, inflamad*, inflamo, hinchando`,
  warm: `hot, warm, red, redness, caliente, roja, rojo, enrojecid*, colorad*`,
  breathless: `
    short of breath, shortness of breath, breathless, out of breath, winded, gasping, (cant|couldnt|hard to|trouble|difficulty|struggling to|struggling|unable to|hardly|barely|cant seem to|difficult to|trouble with|problems|problem) (catch|get|take|draw)? (my|his|her|a|enough|deep|any)? (breath|breathe|breathing|air), breathing (is|feels|has)? ~1 (hard|difficult|trouble*|heavy|fast|funny|weird|bad|shallow|laboured|labored), breathing like ~4,
    falta (de)? (el)? aire, sin aire, me ahogo, se ahoga, ahogando, ahogo, (no|casi no|apenas) (puedo|puede|podia|logra|logro) respirar*, respira mal, cuesta respirar, dificultad (para|al) respirar, respir* con dificultad, falta la respiracion, falta de (respiracion|aliento)`,
  bleeding: `bleed, bleeding, bleeds, bled, hemorrhag*, haemorrhag*, gushing, blood (is|was)? (pouring|gushing|spurting|squirting|running|dripping),  sangrado, sangra, sangrando, sangro, hemorragia, desangr*`,
  blood: `blood, bloody, clots, coffee grounds, sangre, coagulos, sangriento`,
  vomit: `vomit*, throwing up, threw up, throw up, thrown up, puk*, being sick, spew*, vomit*, devolviendo, devolvio`,
  cough: `cough*, hack*, spit*, tos, tose, tosiendo, tosi, toso, escup*`,
  weakness: `weak, weakness, numb, numbness, limp, droop*, paralys*, paralyz*, dead, floppy, tingl*, slurr*, cant (move|lift|feel|use|raise|hold), cant seem to (move|lift|feel), wont (move|work), debil*, entumecid*, entumecimiento, adormecid*, se (me|le) (durmio|duerme|cayo|cae|paralizo|torcio|fue de lado), (no|sin) (puede|puedo|siento|siente) (mover*|levantar*|sentir*|la|el|mi|su), caida, caido, torcid*, paraliz*, chueca, desviad*, lopsided, crooked, uneven, sagging, (one|left|right) side`,
  "passed-out": `
    unconscious, uncons*, passed out, pass out, passing out, blacked out, black out, fainted, fainting, (feel|feeling|felt|gonna|going to|about to|nearly) faint, out cold, collapse*, unresponsive, (not|isnt|wont|cant|doesnt|not been) (respond*|wake up|waking up|wake|waking|be woken), cant (wake|rouse|get) (him|her|them|my ~1 <relative>|my ~1 <child>) (up)?, wont wake up, inconsciente, desmayo, desmayad*, desmaye, no (despierta|reacciona|responde|se despierta|lo puedo despertar|la puedo despertar|puedo despertarl*), perdio el (conocimiento|sentido), perdi el (conocimiento|sentido), desvanecio, desplomo`,
  fever: `fever, feverish, temp, temperature, fiebre, calentura, temperatura, febril`,
  rash: `rash, hives, blister*, spots, purple spots, welts, peeling skin, sarpullido, ronchas, erupcion, ampollas, manchas (moradas|rojas)?, salpullido, urticaria, peeling`,
  confusion: `confused, confusion, disoriented, delirious, not making (any)? sense, doesnt know (where|who|what), talking (nonsense|gibberish|funny), doesnt recognize, isnt making sense, confundid*, desorientad*, confusion, dice incoherencias, delira, delirando, habla (raro|incoherencias|cosas sin sentido), no (sabe|reconoce) (donde|quien|a), incoherent*, out of it, acting (strange|weird|funny|drunk)`,
  drowsy: `drowsy, sleepy, sleeping a lot, hard to wake, lethargic, floppy, limp, listless, unresponsive, somnolient*, dormid*, adormilad*, flacid*, decaid*, sin fuerza*, aletargad*, no reacciona, wont stay awake, falling asleep, keeps falling asleep, difficult to wake, hard to rouse`,
  symptom: `
    <pain>, <swollen>, <breathless>, <bleeding>, <vomit>, <cough>, <passed-out>, <fever>, <rash>, <confusion>, <drowsy>, <weakness>, itch*, dizz*, lightheaded, nause*, diarrhea, diarrhoea, constipat*, bloat*, gas, lump, lumps, bump, bumps, bruis*, tired, fatigue*, exhausted, sweat*, chills, shak*, tremor*, twitch*, palpitat*, racing, skipping, discharge, spotting, blurry, blurred, ringing, hoarse, insomnia, cant sleep, weight (loss|gain), losing (weight|hair), hair loss, hot flashes, foggy, brain fog, low libido, no libido, sex drive, anxious, depressed, panic, moody, stiff*, spasm*, sneez*, runny, congest*, snor*, infection, infected, ulcer*, sores, pus, oozing, red eye*, dry, acne, pimple*, ed, cant get (hard|an erection|it up), symptom*, lesion*, wound,
    picazon, comezon, pica, picor, mareo*, maread*, nausea*, diarrea, estrenimiento, estrenid*, bulto*, bolita*, moreton*, cansad*, cansancio, fatiga, agotad*, sudor*, sudando, escalofrio*, tembl*, palpitacion*, flujo, manchado, borros*, zumbido, ronc*, insomnio, no puedo dormir, sin apetito, bochorno*, ansied*, deprimid*, rigidez, espasmo*, mocos, congestion*, infeccion, ulcera*, llaga*, pus, reseca*, acne, grano, granos, sintoma*, herida, mancha*`,
  condition: `
    diabet*, hypertension, high blood pressure, low (testosterone|t), asthma, copd, cancer, tumor, tumour, arthritis, lupus, epilepsy, thyroid, hypothyroid*, hyperthyroid*, hashimoto*, graves, anemia, anaemia, gout, migraine*, depression, bipolar, adhd, add, anxiety, ptsd, ocd, schizophren*, pcos, endometriosis, fibroid*, ibs, crohn*, colitis, celiac, gerd, reflux, hepatitis, cirrhosis, hiv, herpes, hpv, shingles, psoriasis, eczema, kidney (disease|stones|stone|failure), heart (disease|failure), afib, stroke, ms, multiple sclerosis, parkinson*, alzheimer*, dementia, sleep apnea, apnea, hypogonad*, infertil*, azoosperm*, varicocele, cyst*, hernia, gallstone*, uti, pneumonia, covid, flu, mono, lyme, strep, factor v, g6pd, cystic fibrosis, sclerosis, syndrome, disease, disorder,
    hipertension, presion alta, asma, artritis, tiroides, hipotiroidismo, hipertiroidismo, anemia, gota, migrana, depresion, epilepsia, higado graso, trombosis, quiste, calculos, infeccion urinaria, neumonia, enfermedad, sindrome, trastorno, cancer, vih, tdah, colesterol alto`,
};
