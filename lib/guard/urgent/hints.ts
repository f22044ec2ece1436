/**
 * Hints of suicide and self-harm as people drop them: nothing is named, and somebody should ring. One phrase a
 * line, in groups a clinician can check; English and Spanish.
 *
 * Each says enough by itself unless it is denied, past or somebody else's story (weigh.ts).
 */
import type { Vocabulary } from "../match/lexicon";

export const HINTS: Vocabulary = {
  // Put as a question, and asked of nobody.
  "always.hint.no-point": `
    (whats|what is|wheres|where is) the point (in|of)? (living|being alive|me being|me living|carrying on|life $|going on $|anymore|any more)
    ^ (whats|what is|wheres) the point $
    (que|cual es el) (sentido|caso) ~2 (vivir|seguir viviendo|mi vida) $`,
  // Letters, last words, last hugs.
  "sign.hint.goodbye": `
    goodnight forever
    bye everyone
    ^ (goodbye|adios|goodbye everyone|bye forever|adios a todos) $
    (this is|heres|its) (goodbye|my goodbye)
    (say|said|saying|text*|messag*|post*|sent|send*) ~2 (goodbye|farewell|bye forever|last words)
    thank you (for everything|all) ~6 (ride|goodbye|been|phone)
    tonights the night
    (after|before) tonight ~3 (not|wont|no longer) ~2 (my|matter|problem|here|around)
    (letter|letters|note|notes|card|cards|video|videos|voicemail) ~3 (for|to) ~3 (when|after) ~2 (im|i am|shes|hes) (gone|dead|not here)
    (written|wrote|writing) ~3 (each of)? ~2 (the|my) (kids|children|boys|girls|family|wife|husband) ~6 (birthdays|weddings|just in case|when|letters)
    (note|letter) ~3 (for|in) ~4 when they find me
    when they find me
    (found|left) ~3 (note|page|letter|paper) ~4 (sorry|goodbye|forgive|saying)
    (said|says|asked) ~3 (sorry|forgive (him|her|me)) ~6 (everything|then|and hugged|gone)
    nobody should feel guilty
    (not|nobody|no one) ~3 (blame|fault) ~3 when i ~3 gone
    hugged (me|us|him|her|the ~1) ~4 (weird|long|ages|like (it|he|she) was|cried|hour)
    me abrazo ~3 (largo|fuerte|antes|como)
    (se despidio|se esta despidiendo|me despido) ~3 (todos|mi|mis|nosotros|whatsapp|familia|mundo)?
    (escribi|escribio|escribir|deje|dejo|ya hice) ~3 (cartas?|nota|despedida) ~6
    (perdon|perdonen|perdonenme) ~2 (mama|papa|todos|por todo)
    que le vaya bien a todos`,
  // Belongings, pets, papers, passwords.
  "sign.hint.giving-away": `
    (gave|given|giving|gives|handed|left|leaving) ~2 (away)? ~2 (my|his|her|me his|me her|all (my|his|her)) ~2 (dog|cat|guitar|watch|rings|ring|jewel*|medals|rods|fishing rods|games|xbox|switch|console|bike|tools|records|camera|keys|things|stuff|clothes|collection|drums|hoodie|barometer|car keys)
    (sold|selling) (his|her|my) ~2 (drums|guitar|bike|fishing tackle|tackle|tools|collection|horse|cows|herd) ~8
    (whos|who wants|who gets|asking who wants) ~2 (my|his|her) ~2 (guitar|dog|things|stuff|cat)
    (look after|take care of|feed|have) ~2 (my|the|his|her) ~1 (dog|cat|bike|kids|girls|boys|mum|mom|wife) ~4 (for me|when|after|from (monday|tuesday|tomorrow|sunday)|yeah|wont|instead)
    (see to|feed|take) the (dog|cat|cats|horse) from ~1
    whod look after ~6
    (told|showed|telling) ~2 (me|us|the kids|them|my sister) where ~3 (will|money|papers|bank cards|passwords|insurance|keys|accounts)
    (cancelled|canceled|closed|deleted) ~3 (milk|accounts|subscriptions|everything|my appointments|his accounts|her accounts|all (my|his|her))
    (sorted|paid|settled|finished|cleared) ~3 (bills|last bill|debts|affairs|accounts|everything) ~8 (thats|everything|cancelled|done|ready|calm*|fed|goodbye)
    (deed|house|papers) ~4 (over to|signed over|in order) ~10 (goodbye|pruned|soon|why now|gone|tonight|monday|ready)
    (regale|regalo|di|deje|dejo|vendi|vendio) ~3 (mi|mis|su|sus|las) ~1 (perro|gato|cosas|consola|guitarra|reloj|anillos|vacas|llaves|ropa) ~8
    (reparte|repartio|reparti) ~2 (mis|sus) cosas
    deje todo (arreglado|en orden)
    deje todo pagado ~6 (molestar|nadie|adios|mas|carga)`,
  // Life insurance, the family being better off, being a burden.
  "sign.hint.burden": `
    (insurance|life insurance|policy|seguro) ~8 (pays out|pay out (if|even)|worth more|better off|be alright|cobren|kill myself|suicide|suicid*)
    (what would|would) ~2 (my)? ~1 (kids|wife|family|husband) get ~4 (if i|accident)
    worth more (to)? ~2 dead
    (im|i am|such|just|being) ~1 (a|the) (waste of (air|space|oxygen|skin|time)|burden|problem in every room|dead branch|dead weight)
    (simpler|easier|better|calmer|safer|happier|free|freer|fine|tranquil*|kinder) ~2 (without me|if i (wasnt|werent|just wasnt|was gone|died|faltara)|once (im|shes|hes) gone|when (im|shes|hes) gone|sin mi|si yo faltara|si no estoy)
    (theyd|they would|family|kids|wife|everyone|everybody) ~6 (be free|get over it|be sad for|move on|manage fine once)
    (baby|kids|children|she|he|they|boys) ~3 (be)? ~1 (better|safer) ~3 (another dad|another mum|another mother|without me|with someone else)
    deserves? (somebody|someone|better|a real man|a man) ~4 (than|who|instead|better)? ~4 (wreck|me|real|free)
    (nobody|no one|anyone) ~2 (would|will|d|even) ~2 (cry|notice|miss me|be bothered)
    would anyone ~2 notice
    no quiero (molestar|ser carga|estorbar) ~2 mas
    (todos|mis hijos|mi familia) ~3 (mejor|tranquil*) ~3 (sin|si)`,
  // The future has stopped.
  "sign.hint.no-future": `
    (wont|not going to|dont think ill|dont think i will|not gonna) ~2 (be needing|need|be around|be here|have to worry|see|make it to|get to) ~6 (prescription|appointment*|birthday|christmas|next|them|anymore|clear skin|much longer|see it|after)
    (dont|cant|do not) ~1 (see|picture|imagine) ~1 (myself|me) ~3 (christmas|next year|birthday|future|thirty|old|spring|summer)
    i ~1 (wont|will not|dont plan to) ~1 (have one|be there|be here|see it) ~6
    (dont bother|no need) ~2 (buying|getting) ~3 (present|birthday|christmas|ticket)
    (wont|not) (have to|need to) put up with me ~4
    have a date (picked|set|chosen) ~2 $
    (given|giving|gave|give) (myself|it all|life) (until|till|til) ~3 (birthday|christmas|new year*|friday|saturday|sunday|monday|weekend|end|anniversary|spring|summer) $
    planned (how|when|where) (to|id|ill|i would|i will) do it ~1 $
    (me|i|my (baby|kids|son|daughter|children) and (i|me|myself)) (should|ought to) ~1 (both|all) ~1 be dead
    a plan and a date ~2 (and|to|$)
    ive picked the (tree|day|date|place|bridge|spot)
    (made|make|making) ~1 (my)? ~1 peace ~1 with (everyone|god|everybody|my family|the world|them all|dying)
    (made|at) ~1 (my)? ~1 peace ~4 (ready|tonight|goodbye|this week*|now)
    (cant|dont think i can|couldnt|not sure i can) (do|face|take|manage|get through|survive) ~1 (another|one more|any more) ~1 (day|night|week|year|tax year|christmas|winter)
    (tired|exhausted|done|sick of) ~8 want out
    (im|i am) done (pretending|with it all|being here|trying|fighting)
    (wish|rather|wanted|hoping|hope|grateful) ~6 (lorry|bus|truck|car|train) ~3 (hit|hits|had hit) me
    (want|wanted|like) ~2 (to)? stop (being here|existing|being alive)
    not (that)? i want to die ~6 (stop|just|but)
    (should|shouldnt|should not) ~1 (never)? ~1 (have)? been born
    (woke|wake) up (sad|disappointed|angry|sorry) ~3 (not|alive|im|i)
    (dreamt|dreamed) ~2 (i was)? dead
    (let|hope) (it|god|him|cancer|the virus) take me
    (be|going to be|be there|join|joining) ~1 (with)? ~2 (my (mother|mum|mom|dad|wife|husband|son|daughter)|grandpa|grandma|granny|her|him|albert) ~3 (soon|by (sunday|monday|friday|the weekend)|in heaven|up there|tonight)
    let me go to ~2
    (wants|want|ready|going) to (be|go) ~1 (with|to) (grandma|grandpa|granny|him|her|god|jesus) ~3 (soon|by|tonight)?
    had (his|her|my) fill
    rather be (under|in) the ground
    no reason (for me)? to (be here|hang around|stick around|stay|wake)
    (cant|couldnt) ~1 find ~1 reason to (be here|live|stay|go on|get up|wake)
    no me importa nada ~4 (quiero ir|irme|morir*)
    me quiero ir ~3 (mundo|siempre|ya|todo)?
    (sin|no tengo) ganas de (vivir|seguir|nada)
    quiero que (se acabe|termine|todo acabe) ~3
    ojala (no)? ~2 (despertara|despierte|hubiera nacido|durmiera|me durmiera) ~4
    ya no siento nada ~6
    para cuando ya no este`,
  // Means: pills put by, blades, guns, ropes, heights, trains, water, gas.
  "sign.hint.means": `
    (sav*|stor*|hoard*|stash*|hid*|keep*|count*|collect*|stockpil*|putting|put) ~2 (two|some|them|one|all)? ~2 (aside|by|up|back|out|under|away) ~5 (packet|box|pills|tablets|sleepers|cupboard|mattress|nearly enough|enough|since)
    (stockpiled|been saving|saving them up|saving tablets|saving pills|been collecting|trying to collect) ~6
    (counted|counting) ~2 (out|them|my|the) ~4 (cupboard|pills|tablets|left|box*)
    (pills|tablets|pastillas|morphine|insulin|gun|pistol|shotgun|rope|razor|knife|blade*|rifle|escopeta|soga|bottle) ~6 (looking at (it|them)|lined up|in a row|in front of me|on the table|next to me|in my hand|by his chair|in fila|mirarlas|friendlier|call* (me|to me)|on my lap|isnt in the safe|under the mattress)
    (looking|stare|staring|stared|looked|look) ~1 (at)? ~2 (the)? ~1 (beam|rope|gun|bridge|tracks|knives|pills|drop|ledge|rafters|platform|blades)
    (loaded|load) ~3 gun ~6
    (hold|held|holding) ~2 (razor|blade|knife|gun) ~5 (wrist|head|quiet|hour|hr|throat|myself)?
    took the blade out ~5
    (bought|buying|ordered|got) ~2 (helium|rope|nitrogen|charcoal|sodium nitrite|what i need)
    helium ~3 (how long|hood|bag|mask|painless)
    length of rope
    (hidden|hid|hides|hiding|escondio|esconde) ~1 (a|his|her|my|the|una|la|las|mi|mis|sus) ~1 (rope|soga|pills|tablets|pastillas|knife|gun)
    (sit|sitting|sat|stand|standing|stood|been|going|walk*) ~3 (on|to|at|by|near) ~2 (the)? ~1 (bridge|roof|ledge|railway line|tracks|platform|multistorey|cliff|car park roof|roof of|balcony|azotea|puente|vias) ~6
    (sit|sitting|sat) ~2 garage ~6 (engine|car|thinking|off|on|running)
    (didnt|dont|not|nearly didnt|nearly) ~1 (turn|look|brake|stop) ~2 (the wheel|when i cross|crossing)
    when i cross the road ~3 dont look
    (drove|drive|driving) ~2 (at|into) ~2 (wall|tree|bridge|barrier|lorry) ~3 (on purpose)?
    (jump*|fall*|leap*) ~3 (from|off) ~3 (floor|roof|storey|story|window|bridge|building|cliff)
    (survival rate|survive|survivable|survived) ~4 (jump*|fall*|antifreeze|hanging|overdose)
    (cant|cannot|dont) survive ~3 (antifreeze|overdose|fall|jump)
    walk* into the (sea|ocean|river|lake|water) ~4
    thinking about the train
    (railway|train) (line|tracks) ~4 (after|tonight|supper|going)
    (tengo|hay) ~3 (pastillas|pistola|escopeta|soga|cuchillo) ~8 (mesa|fila|miro|mirarlas|mano|lado)
    (estoy|esta|parad*|subi*) ~2 (en|al|a)? ~1 (la|el|una)? (azotea|techo|puente|balcon|orilla|vias) ~8
    (viendo|veo|mirando|miro) ~3 (piso|vias|puente|tren|cuchillo|pastillas) ~6 (facil|pienso|tir*|ventana|brincar)
    buscame en el rio`,
  // What would be enough, what would be quick.
  "always.hint.method": `
    (how many|cuant*|enough|amount|how much) ~8 (stop|stops) ~2 (a|my|the|your|an|someones|adults)? ~1 heart ~2 (for good|$)?
    (how many|how much|amount) ~6 (stop it for good|be enough $|would be enough|would do it|finish me|finish me off)
    finish me off
    would (a|one|the) (box|bottle|packet|strip) do it
    is it enough ~2 (one)? (box|bottle|packet)
    ^ (overdose|sobredosis) (how many|cuantas|how much)
    (how|what) ~3 (it)? (be|feel) like ~2 (falling asleep|going to sleep) ~6
    (all|whole box|whole bottle|them all|everything) ~3 (at once)? ~3 (just)? ~1 like (falling asleep|going to sleep)
    (most dangerous|strongest|deadliest) ~3 (to)? ~1 (take|have)? ~2 (a lot|too many|all) of
    (too late|be saved|save me|find me) ~4 (swallow*|overdose|taking them|pills)
    how long ~3 (swallow*|taking) ~8 too late
    (pass|go|die) (peacefully|quietly|painlessly|quick*|in my sleep) ~8 (for me|not for an animal|myself|at home)
    (more|most) certain ~6 (opioid*|beta block*|insulin|pills|both)
    (opioid*|beta block*|insulin|paracetamol|acetaminophen|pills) ~4 (more|most) certain
    (do|did) ~1 that to myself
    (would|will|is) ~1 (that|it|this) ~1 (be)? ~1 (painless|peaceful) $
    que (mezcla|pastilla|pastillas) ~3 (no)? ~1 (te)? (despierta|duerme para siempre|mata|matan)
    te duermes ~4 (para mi|y ya|y no)
    con # de ~2 (clonazepam|alprazolam|pastillas) ~8 (duermes|sientes|siente|despiert*)
    (die|dying) ~3 from ~2 (20|25|30|40|50|60|70|80|90|100|all|a whole|a box of|a bottle of|holding|starving) ~4`,
  // Hurting oneself: cuts, burns, blows, medicine left off on purpose.
  "sign.hint.self-harm": `
    (cutting|cut|slicing|carving|burning|scratching) ~1 (again|deeper|isnt enough|keeps me) ~4
    ^ (cutting|cut|me corto) (again|$) ~3
    keep cutting ~6
    carved ~4 (leg|arm|thigh|stomach|skin)
    (sleeves|long sleeves) ~4 (summer|august|july|down|heat|always) ~10
    (fresh|new|rows of|lines of) ~2 (cuts|cut|marks|scars|lines|ones) ~6 (arm*|wrist*|thigh*|leg*)
    (arms|wrists|thighs) ~4 (rows|fresh ones|cuts|scars|scratches)
    (blades|razor*|sharpener*) ~6 (sharpener*|make up bag|makeup bag|drawer|pillow|blood|room)
    (burns|burnt|burned|burn) ~3 (my|on my)? ~2 (arm|arms|hand|leg|skin|myself) ~10 (did them|on purpose|deserve|loud|punish*)
    (burnt|burned|hurt|cut|hit|punched) myself ~6 (deserve|again|on purpose|punish*|helps|relief)
    punish* myself ~6
    (helps|quiet|calm|relief|better) ~6 (cut|cutting|razor|blade|blood|burn*)
    (stopped|stopping|skipping|off|refuse|refusing|not taking|quit|deje|dejo) ~3 (my|his|her|the|mi|taking)? ~3 (insulin|heart (pills|tablets|meds)|meds|pills|dialysis|antirejection|hiv meds|insulina|dialisis|pastillas|medicine) ~10 (on purpose|a proposito|over by|take me|be with|hoping|dont care|not sorry|die|morir*|end it|its over|good)
    hoping for it
    (off|without) ~1 (my)? insulin ~4 (on purpose|good|dont care)
    me (volvi|he vuelto) a cortar ~4
    me corto (los|las|otra vez|de nuevo|cuando|para|y|a mi|$) ~3
    took (pills|tablets|them all|everything) ~2 (to die|to end|and want|on purpose)
    (me)? tome ~3 pastillas ~2 para (morir*|matarme|no despertar|dormir para)`,
  // Voices and beliefs that order it.
  "sign.hint.commands": `
    (voice|voices|god|angel|devil|demons|jesus) ~4 (told|tell|tells|telling|say|says|saying|said|calling|wants|ordered) ~3 (me|him|her) ~6 (do it|go|die|kill|jump|hurt|leave|come|him tonight|end|send|put)
    (voice|voices) ~5 (isnt mine|not mine|wrong baby|hurt ~3 baby|put (him|her) in the bath)
    (send|sent|give) ~2 (baby|him|her) back to god
    wrong baby
    (knife|knives) ~4 (and at (her|him)|at the baby|boot of the car)
    (pictures|thoughts|images) ~3 (of)? ~1 (dropping|drowning|hurting|smothering|shaking) ~3 (baby|newborn|him|her)
    (both|all) ~2 (just)? (went|go) to sleep ~6 (one night|together|kinder|forever|wake)
    voces ~5 (tire|mate|haga|muera|salte|me dicen que)
    (aventar|tirar) ~3 (bebe|ella|lo|la) y (aventarse|tirarse)`,
};
