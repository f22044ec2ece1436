/**
 * Poisoning, abuse and violence in the words people use: one phrase a line, English and Spanish.
 *
 * A concept named here and in poisoning.ts or abuse.ts is one concept.
 */
import type { Vocabulary } from "../match/lexicon";

export const LAY_POISONING: Vocabulary = {
  "sign.overdose": `
    (took|taken|take|had|having|swallowed|given|gave|popped|drank|injected) ~4 (thinking|thought) ~2 (it|they|was|were|he|she|i|that) ~4
    (took|taken|swallowed|had) ~3 (someone elses|the wrong|wrong|the dogs|dogs|cats|mums|moms|dads|wifes|husbands|grandmas|grandpas) ~2 (pill*|tablet*|meds|medicine|insulin|<drug>) ~4 (by mistake|instead|accident*|wrong|dark|thinking|<now>)?
    (wrong|mixed up|swapped|switched) ~2 (bottle|box*|pill*|tablet*|drops|syringe|pen|medicine*|meds|patch*|pillbox*) ~8 (took|had|gave|put|drank|swallow*|already|dark|injected|used|three|two)
    (picked up|grabbed|grabbing|used|took) ~2 wrong ~1 (bottle|box|pill*|drops|syringe|pen|medicine|packet)
    (mixed|mix|mixing) up ~2 (my|his|her|the|our)? ~1 (meds|pills|tablets|medicine*|medication*|bottles|drops|insulin*)
    me equivoque ~2 (pastilla*|medicina|dosis|frasco|jeringa|gotas|inyeccion)
    (se confundio|confundio|confundi) ~2 (caja|pastilla*|frasco|dosis|gotas)
    (weekly|once a week) ~3 (dose|pill|pen|shot|tablet*|one|methotrexate|mtx)? ~6 (daily|every day|each day)
    (every day|daily) ~3 (since|instead) ~6 (weekly|week)
    (supposed|meant) ~4 (weekly|once a week) ~14 (every day|daily)
    (pushed|drew|drawn|injected|gave|took|dialled|dialed) ~4 (100|50|60|70|80|40) ~3 (units)? ~4 (instead of|not|rather than|insulin)
    (syringe|jeringa|pen) ~2 (said|says|decia|dice) # ~8 (#|pushed|le puse|gave)
    se me fue la mano ~4
    (two|2|both|double|twice) ~2 (long acting|insulin|lantus|basal) ~2 (shots|insulin|doses|tonight|today|pens|injections)
    (fast|rapid|short) ~3 (one|insulin|acting)? ~4 (instead of|for|not) ~4 (slow|long) ~3
    (doubled|doubling) up on (it|them|my|<drug>)
    (had|took|taken|take) ~3 (another|second|more|them all again|one again|it again|those again) ~8 (cant remember|dont remember|not sure|forgot|forgotten|to be safe|didnt know|already)
    (cant remember|dont remember|not sure|wasnt sure|unsure|forgot*) ~8 (id|ive|i had|i took|had it|taken|took|if) ~6 (so|and then|and|then) ~2 (i)? ~1 (took|had|take) ~3
    (lost count|lost track) ~8
    (had|took) my lot ~6
    (both|we both|my husband|my wife|dad|grandma|i didnt know so i) ~3 (gave|dosed) ~6 (again|too|also|dose|twice|the kid|medicine)
    (patch|patches) ~8 (not taken|didnt take|forgot|still on|old ones|six on|two on|all on)
    (i|we|he|she|ive|hes|shes) ~3 (took|taken|had|swallowed|eaten|ate|downed) ~3 (whole|entire|half the|half a|the rest of the|full) ~1 (box|packet|bottle|strip|blister|card|pack|tube|jar)
    (taken|took|eaten|emptied) ~4 (monday ~4 (thursday|friday|wednesday)|tuesday|the whole week|a weeks|weeks worth|several days)
    emptied ~6 (box*|pills|into (himself|herself|his mouth))
    (pastillero|frasco|blister|caja) ~3 (vacio|vacia|amanecio) ~8
    (dice|decia) una y (llevo|tome|tomo|van) ~3
    (tome|tomo|me tome|se tomo) ~2 (mucho|mucha|muchas|muchos|tres|cuatro|cinco|seis|siete|ocho|diez|veinte|de mas) ~2 (hoy|<drug>|pastillas|juntas|de golpe|sin querer)
    (ear|nose|wart|nail) ~1 (drops|glue|oil|remover) ~4 in ~2 (eye|eyes|mouth)
    eye drops ~4 in ~2 (ear|mouth)
    (gotas) ~2 oido ~3 ojo
    (superglue|super glue) ~6 (eye|eyes|mouth|lip|ear|drops)
    (pharmacy|chemist|farmacia) ~3 (gave|dispensed|put|mixed|dio) ~8 (in the ~1 bottle|instead|wrong|someone elses|equivocad*)
    (swallowed|drank|took) ~3 (methadone|oxy*|morphine|fentanyl|suboxone|edible*|gummy|gummies) ~8 (wasnt mine|not mine|thinking|never|accident*|by mistake|first time)
    (ate|eaten|had|took) ~3 (edible*|brownie*|gummy|gummies|weed|pot) ~10 (thinking|freaking|cant|heart|scared|didnt know|accident*)
    (snorted|smoked|took|did) ~4 (thought was|what (he|she|i) thought) ~10
    (pinpoint|pin point|tiny) (pupils|eyes) ~8
    (snoring|breathing) ~4 (slow|gaps|shallow) ~10 (booze|party|pills|bars|drugs|drunk|lips|blue)
    (booze|drunk|drinking|party|bars|drugs) ~14 (snoring slow|slow with gaps|lips ~2 (blue|dusky|lilac|purple)|wont wake|barely breath*)
    (chemo|methotrexate|digoxin|lithium|warfarin) ~3 (twice|double|too many|too much|again) ~4
    (dont|not|going to) ~2 sure if ~4 (took|had|taken) ~4 (it|my|warfarin|insulin|pills) ~8 (twice|again|as well|another|both)`,
  "sign.child-ingestion": `
    <young-one> ~10 (ate|eaten|eating|drank|drunk|swallow*|chewed|licked|sucked|bit) ~6 (<toxic>|<drug>|<dose-form>|vitamin*|iron|gummies|pouch*|vape|nicotine|toothpaste|mouthwash|berries|berry|mushroom*|plant|leaf|leaves|seeds|beans|bait|poison|oil|glow stick|battery|crystals|perfume|sanitizer|sanitiser|detergent|glue|paint|chocolate|weed|edible*|hongos|naftalina|jabon|cloro)
    (baby|<child>|kid|toddler|twins) ~8 (found|into|in) ~4 (pills|tablets|medicine|meds|cabinet|handbag|purse|drawer|cleaning|bleach) ~8
    (gave|given|give|did) ~2 (my|our|the|him|her|a) ~2 (<child>|kid|baby|him|her) ~3 (adult|grown up|my|dogs?|the dogs|the wrong|wrong|grandmas|grandpas|husbands|both) ~2 (medicine|dose|pill*|tablet*|<drug>|drops|syrup|meds)
    (husband|wife|nan|nanny|sitter|school|mum|mom|dad|grandma|mother) ~5 (and i both|also|already|too) ~3 (gave|given|dosed) ~8
    le di ~3 (hijo|hija|nino|nina|bebe|nene|nena) ~3 (jarabe|medicina|pastilla*|gotas|dosis) ~3 (adulto|equivocad*|doble|de mas|de la|del)
    (le di|di) y mi (marido|esposo|mujer|esposa|mama) ~3 (dio|di)
    (le dio|dio) ~3 (nino|nina|bebe|hijo|hija) ~4 (jarabe|medicina|gotas|pastilla*) ~3 (abuela|abuelo|adulto|morfina|equivocad*)
    (gel|cream|patch|crema|parche) ~6 (on|en|off) ~1 (his|her|my son|my daughter|my baby|my toddler|la|su) ~2 (face|hands|child|skin|cara|mouth)
    (<child>|kid|baby|toddler) ~3 (got|rubbed|put|has|smeared) ~2 (my|the)? ~3 (gel|cream|patch|estrogen|testosterone|hormone) ~3 on ~3
    (nino|nina|hijo|hija|nene|nena|bebe) ~8 (comio|trago|chupo|mordio|agarro|tomo) ~6 (pastilla*|hongos|naftalina|veneno|cloro|pila|iman*|jabon|frasco|planta|gel|crema|medicina|vape)
    (imancitos|imanes|pila de boton|pilita) ~10
    (boca|lengua) (toda)? ~1 (azul|rosa|rosita|rosada|blanca|morada)`,
  "sign.poison": `
    (drank|drunk|swallow*|gulp|sip|swig|mouthful*|tasted|licked) ~6 (windscreen|windshield|screen wash|washer|antifreeze|coolant|limescale|descaler|pine|cleaner|bleach|polish|perfume|hand gel|sanitizer|sanitiser|poppers|paint|turps|white spirit|petrol|gasoline|lamp oil|weedkiller|pesticide|sheep dip|boric|superglue|hair dye|mouthwash|rubbing alcohol|methylated|e cig|vape juice|essential oil|eucalyptus|lavender oil|camphor|wintergreen|copper sulphate|lye)
    (sprayed|spraying|fumigat*|fumig*) ~10 (without (a)? mask|adentro|inside|on us|con nosotros|drool*|dribbl*|sweat*|pupils|pupilas|vomit*|babea)
    (clothes|skin|arms) ~4 (soaked|covered|drenched) ~3 (pesticide|sheep dip|weedkiller|chemical*|diesel|insecticide)
    (gas fire|boiler|generator|brazier|brasero|anafre|charcoal|bbq|barbecue|heater|estufa) ~14 (headache*|heads|sick|dizzy|wont|cant|asleep|pink|red|cherry|collapsed|no se (levanta|despierta))
    (huffing|huffed|inhaled|sniffing|sniffed|nangs|whippets) ~10 (legs|collapsed|blue|passed out|wont|cant|heart|canister*)
    (ate|eaten|eating|comimos|comi|comio) ~4 (hongos|wild mushrooms|mushrooms|foxglove|nightshade|oleander|hemlock|yew|lily|castor beans|berries) ~10
    (we|weve|ive|he|she) ~3 (all)? ~1 (eaten|drunk|ate|breathing) ~6 (it|boric|bait|poison|bleach|mercury|ants)
    thermometer broke ~10
    (bleach|ammonia|cloro|amoniaco) (and|with|y|con) ~2 (ammonia|bleach|vinegar|amoniaco|acid) ~12 (cough*|breath*|burn*|dizzy|throat|eyes|tos|garganta|ardor)
    (dnp|2 4 dinitrophenol|dinitrophenol) ~14 (took|burning|sweat*|pulse|heart|hot)
    urinal cake ~6
    (herbal|root|plant) ~3 tea ~14 (pulse|halos|throwing up|vomit*|heart|collapsed|yellow)
    leaking battery ~10 (tongue|mouth|lip|ate|licked)`,
};

export const LAY_ABUSE: Vocabulary = {
  "now.abused": `
    (aide|carer|carers|caregiver|staff|nurses|care home|the home|nursing home|neighbor|neighbour|son in law|daughter in law|in laws|stepdad|stepfather|stepmother|babysitter|sitter|man|coach|teacher|priest|pimp|trafficker|cuidadora|cuidador|muchacha|yerno|suegra|padrastro|patron) ~6 (hits|hit|hitting|slaps|slapped|slap|beats|beat|beating|shakes|shook|shoved|pinch*|punch*|kick*|kicking|drags|dragged|ties|tied|rough with|starves|starving|locks|pega|pegan|golpea|zamarrea|avienta|amarra|amarran|encierra|jala)
    (i) ~2 (hit|slapped|shook|slap|punched|choked|pushed|lost it with) ~2 (my|her|him) ~2 (wife|husband|mum|mom|mother|dad|son|daughter|baby|kids|kid|child|girlfriend|partner|boyfriend)? ~6 (cant stop|again|frightened|scared|tonight|ashamed|wont stop)
    (pushed|threw|thrown|shoved|dragged|slammed|pinned|held|kicked|stamped) ~3 (me|her|us|him|my wheelchair) ~3 (down|against|into|across|by|out|on|onto) ~2 (the)? ~1 (stairs|step|steps|wall|floor|door|hair|throat|neck|bed|fridge|car|house|street|ground)?
    (kicked|kicking|punched|punching|pateo|hit|hitting) ~3 (my|at my|in the|la|me en la) (stomach|belly|bump|barriga|panza|head|face|back|ribs)
    (hand|hands|manos|mano) ~2 (on|over|around|round|en) ~1 (my|her|mi|su) ~1 (neck|throat|mouth|cuello|boca)
    (sore|marks|bruise*|marcas) ~3 (neck|cuello) ~6 (hands|him|he|apreto)
    (neck|throat|cuello) ~6 where his hands
    (he|she|they|husband|boyfriend|wife|partner|ex|dad|mom|mum|stepdad|man|yerno|marido|novio|esposo|le|me) ~3 (broke|quebro|rompio) ~2 (my|her|his|mi|el|la) ~1 (arm|nose|jaw|rib|ribs|finger|fingers|wrist|tooth|phone|brazo|nariz|costilla)
    (forced|forzo|forzaron|obligaron|held down|drugged|raped) ~3 (me|her|him|anoche|fiesta|sex|by)
    (me|nos|la|lo) (forzo|forzaron|obligaron|obligo|violo|violaron|drogaron)
    (spiked|put something in) my drink
    ^ (raped|violada|me violo|me violaron) $
    (violaron|violo|violada|abusaron)
    (touches|touched|touching|toca|tocaba|feels|rubs) ~1 (me|her|him) ~3 (night|bath|bed|shower|noche|sleep|down)?
    (i|she|he|i kept) ~2 (said|say|saying|told (him|her)|dije) ~2 (no|stop|que no) ~6 (he|she|it|doesnt|didnt|wouldnt|anyway|kept|carried|anyway|igual|siguio)
    (wouldnt|wont|didnt) let me (off|up|go|out) ~4 (bed|room|car|house|said|times)?
    (wake|woke|waking|wakes) ~3 (up)? ~3 (hes|he is|him|someone) ~2 (finishing|inside|on top|on me|touching)
    (pulled|took|taking) ~2 condom off ~4
    (pokes|poked|poking) holes ~2 condom*
    (flush*|threw away|hides|hid|destroy*) ~3 (my)? ~1 (contraceptive*|birth control|pill|pills) ~6 (baby|pregnant|again|leave)
    (holds|hides|withholds|rations|(wont|doesnt) (give|let) (me|her|him)|doesnt let (me|her|him) have) ~3 (my|her|his|me my|our) ~2 (passport*|papers|bank card*|card|insulin|inhaler|pills|meds|medicine|pension|phone|money|wages|heart pills)
    (he|she|they|husband|wife|boyfriend|boss|son|carer|dad|mom|mum|uncle|family|in laws) ~2 (took|takes|keeps|has|hes got|got) ~2 (my|our|her|his|moms|mums|dads) ~2 (passport*|papers|bank card*|phone|wages|pension)
    (controls|opens|reads|checks) ~4 (my|all my) ~1 (post|letters|phone|mileage|money|food|weight|calls|texts|clothes|messages)
    (followed|follows|following|tracker|tracking|stalk*|waiting|outside|at the door|texted) ~8 (me|my|us) ~6 (new flat|house|car|work|door|shoe|car park|street|knife|bat|gun|got something for me)
    (outside|behind|smash*|banging|kicking|breaking|broke) ~3 (the)? door ~6 (bat|knife|gun|hammer|axe|in|down|help|scared|hes)?
    (came|coming|comes) at me with ~4
    (drove|tried to run|ran) ~2 (at|over) ~1 (me|us) ~4
    (throws|threw|throwing|avienta|aventaba|tira) ~2 (things|plates|pans|a pan|cosas|platos) ~2 (at me|at us|at her|me|last night|y me)
    (stepdad|uncle|dad|father|mums boyfriend|moms boyfriend|brother|cousin|coach|boyfriend) ~6 (watches|watch|films|shower|undress|in my room|comes in|sleeps in my bed|checks im|secret|pics|pictures)
    (post|share|send) ~2 (pics|pictures|photos|videos|them) ~4 (if i|leave|tell)
    (if i|if she) ~1 (leave|tell|go) ~6 (kill|finds|find me|hurt|post|nobody|take (my|the) (kids|children))
    (mata|matar|mataria) ~1 (a mi|me|y a) ~4 (ninos|nenes|hijos|si me voy)?
    si me voy ~4 (mata|quita|busca)
    me (volvio|volvieron) a (pegar|golpear|violar|tocar)
    me quieren casar ~4
    (forced|force|made|going) to ~1 (get married|marry|be married) ~4
    (take|taking|took|fly|flying) ~3 (me|her|us) ~3 (home|back|abroad|there)? ~3 to (get married|marry|be cut|meet my husband)
    (be|been|get|getting) cut like ~3 sister
    (locked|lock|locks|shut|shuts) ~1 (me|us|her|him|my ~1 <relative>) ~2 (in|inside|out|up)
    (locked|lock|locks) ~1 the door ~4 (passport|cant (leave|get out)|me|wont)
    (sleeps|keeps) us in ~3
    (has|took|keeps) our papers
    (ties|tied) ~2 (her|his|my|him|me|them) ~2 (hands|legs|wrists|up|to the)
    lo amarran ~4
    (leave|leaves|left|leaving) ~2 (dad|mum|mom|her|him|them|granny|gran|grandma) ~3 (wet|in (a)? wet|soiled|dirty|own mess|rot|without food)
    (isnt|not|never) ~1 being (fed|washed|changed)
    (begged|begging) ~3 (for)? (bread|food|help)
    (put out|stubbed) ~1 ~2 cigarette ~4
    quema ~2 con ~1 cigarro
    (belt|dog lead|cable|cinturon) ~3 (across|marks|marcas|espalda)
    (cinturonazos|correazos|moretones) ~4
    marcas ~2 (de|en) ~1 (cinturon|cuello|mano*|correa)
    (flinch*|cries|wets|terrified|asusta|se hace pipi) ~3 (when (he|she|they|dad|stepdad|the|my|his|her)|comes in|cuando|llega|entra|home|(he|she|dad) comes)
    (finger|hand|ring|rope|belt|bite) ~1 marks ~6
    he only (slaps|hits|pushes|does it) ~4
    (hits|hit|pushes|grabs|hurts) me ~3 when (hes|he is|shes|drunk)
    (dont|doesnt|not) ~2 feel safe ~3
    (scared|afraid|frightened|terrified|miedo) ~2 (of|to|de|a) ~2 (my|him|her|mi|night carer|the carer|go home|volver|go back|husband|boyfriend|partner|stepdad|dad|marido|esposo|pareja|novio|padrastro)
    tengo miedo de mi ~2
    que no nos encuentre
    (jump*|climb*) out ~2 window ~4 (last night|away|escape|him)
    i keep a bag packed ~4`,
};
