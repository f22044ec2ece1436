/**
 * More of what must be redirected, the way people type it: one phrase a line, English and Spanish.
 *
 * Same form as rules.ts. `unless` stands near what it takes back.
 */
import type { Rule } from "./rules";

/** Questions about how things are in general, whoever asks. */
const IN_GENERAL = `
  (why|how) (do|does|did|is|are|would|can) (doctors|people|they|some|it|a|the|men|women) ~8
  difference between ~8
  (what|when|who|how|which|where) ~3 (should|do|can) (i|we) ~2 (know|ask|expect|bring|tell|wear|call|prepare|look for|watch for|contact|read|learn|find|see) ~8
  (school|essay|homework|presentation|quiz|exam) ~8`;

export const LAY_RULES: readonly Rule[] = [
  {
    id: "treatment-decision.should-i",
    category: "treatment-decision",
    when: `
      (should|shld|shud|ought) (i|we|he|she|mum|mom|dad|granny|my ~2 (<relative>|<child>)) ~2
      (should|shld) (i|we|he|she) ~1 (bother|do|cancel|listen|let|agree|insist|fight|give|get|move|accept|refuse|see|book|push|freeze|bank|donate|use|buy|pay)
      would (you|u) ~1 (get|take|do it|start|stop|recommend|agree|trust|risk|bother|choose|wait|operate|keep|try) ~4
      (what|which) would (you|u) ~1 (do|pick|choose|go for)
      would (you|u) $
      do (i|we) ~2 (agree|delay|fight|insist|push|let|trust|choose|pick|obey|listen|quit|accept|refuse|decline|cancel|restart|bin|drop|carry on|keep|wait|double|switch|swap|skip|freeze|bank|stop|start|give|leave|ignore|put|bring forward|ask (for|the))
      who (wins|is right|do i (listen|obey|trust|believe)) ~4
      (help me|cant|couldnt|how do i) ~1 (choose|decide|pick|make up my mind)
      (am i|is it) ~2 (mad|crazy|wrong|right|stupid|paranoid|being paranoid|overreacting|allowed) ~2 (to|for|not to|if)
      (is he|is she|am i|are we) allowed to ~4
      (is it|its|it) (time|ready) (to|for) ~3 (come off|stop|start|switch|quit|coil|surgery|hospice|change|<drug>|<procedure>)
      time to (come off|stop|quit|switch|start) ~3
      (worth|any point|no point) ~2 (it|having|getting|taking|trying|doing|going|<drug>|<procedure>) ~3 (for me|at my age|in my case|if i|my|him|her|with my)
      usted que haria
      que haria* (usted|tu|vos|en mi lugar) ~3
      me conviene ~4`,
    unless: `${IN_GENERAL}
      (how|what|when|who|where|why|which) ~2 should (i|we) (know|ask|expect|bring|tell|call|wear|prepare|look|watch|read|see|visit|contact) ~6
      what should i do (to (prevent|avoid|prepare|lower)|if i (forget|miss)|in case|before a) ~6
      why should (i|we|he|she) ~6
      (how|why|what|where|when) do (i|we) ~6
      do (i|we) have to ~6
      should i (know|expect|see a) ~6
      would (you|u) (say|call|explain|tell|please|mind|be able|know|like|have (any|some) (information|articles)) ~6`,
  },
  {
    id: "treatment-decision.this-or-that",
    category: "treatment-decision",
    when: `
      ^^ (<act>) ~7 or ~6 $
      (<act>) ~3 or (<act>|not|wait|leave it|just ~3|ride it out|keep ~3) ~4 $
      (<care>) ~2 or ~2 (<care>|<act>|wait|nothing|watch*|leave it|just ~3|natural ~2|not) ~4 $
      (<care>) or (wait|not|nothing|leave it|watch it|ride it out) ~3
      (<care>|<drug>) ~6 (yes or no|yay or nay|yes no|worth it|si o no) $
      (<drug>) or (<drug>) ~2 (for me|for him|for her|which one|which is better|better|first|$)
      (leave it|keep it|take it|get it|have it|fix it|pop it|put up with it) or ~5 $
      (me|lo|la|le|nos) (opero|operan|quito|pongo|dejo|cambio|aguanto|vacuno|hago|meto|suelto|saco|tomo|corto) ~6 (o|u) ~4
      (sigo|espero|empiezo|dejo|tomo|cambio|opero) ~5 (o|u) (espero|dejo|sigo|no|me|la|lo|cambio|mejor) ~3
      (<care>|<drug>|cirugia|operacion|quimio|insulina|dieta|pastillas|fisio*) ~1 (ya)? o (ya no|no|espero|sigo|dieta|<drug>|<care>|fisio*) ~4 $`,
    unless: `${IN_GENERAL}
      (is|are|does|do|was|were|whats|what) ~4 (better known|called|dominant|recessive|type|caused|made) ~8
      which (is|one is) (more|most) (common|likely) ~4
      ^ (does|do|is|are|did|was|why|how) ~12
      ^ (is|are|does|do|was|were|what|whats|how|why|which|who|can you tell) ~8 or ~4 (hereditary|genetic|the same|permanent|temporary|common|myth|true|works|work)`,
    needs: "short-or-asks",
  },
  {
    id: "treatment-decision.do-it",
    category: "treatment-decision",
    when: `
      ^^ (stop|quit|skip|ditch|drop|bin|toss|keep|hold|pause|delay|start|restart|stay on|switch to|go back on|come off|get off|stick with|carry on|bring|swap|take|use|get|have|refuse|remove|freeze|cancel|discharge|lower|raise|up|add|pay for|ask for|wait|fix|pop|ignore) ~1 (it|this|them|the|my|mine|that|these|<drug>|<procedure>|tonights|taking|out|early|now|with|for) ~5 $
      ^^ (stay on|go back on|drop|stop|start|quit|skip|ditch) ~1 (<drug>|it|the|my) ~4 $
      ^^ (do it|go for it|drop out|use em|use them|take it|toss the rest|keep using|carry on|keep going|keep going or quit|stop it|skip it|bin it|start again|stay on|still take it) $
      ^^ (la|lo|las|los) (dejo|tomo|corto|uso|cambio|suspendo|apoyamos|dejamos|pongo|damos|doy|saco|opero) ~3 $
      mejor no (me|la|lo) ~5
      (se la|se lo) (doy|damos|pongo|quito) $`,
    unless: IN_GENERAL,
    needs: "asks",
  },
  {
    id: "treatment-decision.please-advise",
    category: "treatment-decision",
    when: `
      (please|kindly|kindl|pls|sir|madam|doctor) ~3 (suggest|advise|advice|advce|guide (me|us|him|her)|recommend|prescribe|reply ~4 (treatment|medicine|what)|give ~2 (advice|suggestion*|treatment|medicine|solution)|help ~3 (treatment|cure|get (well|better|rid)))
      (suggest|advise|recommend|prescribe) ~2 (treatment|medicine|medicines|medication|remedy|remedies|tablets|solution|what to do|further|next|best|any|some|good|diet|exercise*) ~6
      (need|want|seeking|looking for|require|any|some) ~2 (advice|advise|guidance|second opinion|suggestion*|solution|remedy) ~6
      (your|ur|ure) (advice|opinion|suggestion*|guidance|views|thoughts) ~6
      (what|which) (is|are|would be|will be) (the|my|our|your) ~1 (best|next|right|correct|proper)? ~1 (treatment|option|options|step|steps|course|solution|remedy|cure|medicine|therapy) ~2 (for (me|my|him|her|his|us|this)|in my case|now|here|to (cure|treat) (me|my|this))
      is there ~1 (any|a|some) ~1 (cure|treatment|medicine|remedy|hope|solution|way) ~3 (for (my|me|him|her|us|this|his)|to (cure|treat|help) (my|me|him|her|this|us)|i can|we can|he can|she can)
      (can|will|could) (it|this|he|she|i|my ~3|we) ~1 (be)? ~1 (cured|treated|fixed|reversed|healed|removed|normal again|recover* fully)
      (how|what) (can|do|should|could) (i|we) ~2 (cure|treat|get rid of|get relief|reduce|control|manage|overcome|recover from|deal with|help (my|him|her|with)) ~6
      how to (cure|treat|get rid of|overcome|reduce|control|recover from|increase|stop|heal) ~2 (my|this|these|his|her) ~3
      (por favor|favor|doctor|doctora) ~3 (aconsej*|recomiend*|orient*|ayud*|suger*|indiqu*) ~6
      (que) ~1 (me)? (recomienda*|aconseja*|sugiere*) ~6
      (que tratamiento|que medicina|que remedio|que medicamento) ~3 (me|le|puedo|debo|sirve|es bueno|hay para (mi|esto|este)) ~4`,
    unless: `${IN_GENERAL}
      (not|no|dont|isnt|arent|without) ~4 (advice|advise|opinion|suggestion*|recommend*) ~4
      guide (me|us) to ~4
      (suggest|recommend) ~3 (article*|book*|page*|reading|website*|information|info|leaflet*|link*|group*|doctor*|hospital*|specialist*|resource*|organi*) ~6
      (please|kindly|can you|could you) ~3 (explain|describe|define|tell me (what|how|why|about)|send (me)? ~2 (information|info|material*|literature)) ~8
      (information|info|articles|literature) (on|about|regarding) ~8`,
  },
  {
    id: "treatment-decision.please-help",
    category: "treatment-decision",
    when: `
      (please|pls|plz|kindly|kindl) ~3 (help|guide|recommend)
      help me (please|with my|to|out) ~4
      need help ~4
      (can|could|will) (you|u|anyone|someone) ~1 (please)? ~1 help ~4`,
    unless: IN_GENERAL,
    needs: "person",
    absent: "seeks-resources",
  },
  {
    id: "dosing.lay",
    category: "dosing",
    when: `
      how (much|many) ~5 (in|per|within|each|every) ~1 (24 hours|day|week|night|application|nostril|dose|sitting|go|kilo|kg|pound*|time|cycle)
      how (much|many) ~3 for ~2 (baby|child|kid|adult|me|him|her|my|a ~2 (guy|man|woman|baby|child|kid|person|beginner)|first|someone)
      how (much|many) <drug> ~8
      (how|so how|and how) (much|many|often) ~2 (should|do|can|would|must|could) (i|we|he|she|someone|a) ~5
      (is|are|es|son) # ~3 <drug> ~3
      (is|are|es|son|would|will) ~1 # ~1 (of|de) ~3 (too|enough|high|low|a lot|ok|okay|safe|normal|weak|strong|mucho|poco) ~2
      (is|are|would|will|es) ~1 (half|a quarter|quarter|one|two|three|twice|double|once|every|media|dos|una) ~5 (too (much|many|little|strong|often)|enough|alright|a lot|ok|okay|better|mucho|poco|bien) ~3
      <drug> # ~2 (too|enough|ok|okay|right|high|low|much|twice|daily|weekly|a day|bid|tid|three times|at once) ~2
      (<drug>) ~1 # (to|or|vs|o|a|u) # ~3
      # ~1 (mg|units|mcg)? ~1 (to|or|vs|o|u|versus) ~1 # ~2 (of|de|for|<drug>|which|better|first|enough)
      # (days|weeks|dias|semanas) or # ~3 (of|de) <drug> ~3
      (half|quarter|whole|one|two|another|extra|media|medio|otra|otro|dos|full) ~2 (<drug>|pill|tablet|tab|puff|puffs|pump|pumps|packet|pastilla|parche|goes|click|clicks|spray|gel|gummy|patch) ~2 (or|o|enough|ok|better|u) ~3
      (half|whole|full|quarter|media|medio) ~2 or ~1 (half|full|whole|quarter|entera|entero|cut it|a whole|one)
      (daily|every other day|once|twice|weekly|medio|media|una|uno|nightly|every day) or (every|twice|daily|two|three|entero|entera|dos|once|weekly|one|as needed|split|every other ~1) ~3
      (can|could|may|puedo|should|shall) (i|he|she|we)? ~2 (have|take|give|tomar|use|do|pop|tome) ~1 (another|2|two|3|three|one more|more|extra|both|otra|dos|a second|a bit more|1 more) ~4
      how (high|far) (does|can|do|should) ~3 (go|you go)
      how (high|low) ~1 (does|can|do|should) ~2 (<drug>|dose|it) ~3
      (room|space|scope) (for|to) (more|go up|increase|up it)
      (up|raise|bump|lower|drop|increase|decrease|reduce) (it|mine|my ~1 <drug>) ~4 (how much|by how much|to #|or|to what) ~3
      (missed|miss|forgot|forgotten|skipped|skip|slept through|olvide|olvido|se me olvido|se me paso|salte|late with|late taking) ~9 (double|two|take (it|now|both)|now or|leave it|catch up|dos|tomo|hoy|do i|que hago|ago|wait|next one|puedo|repito|skip|start again|tonight|tomorrow)
      (double|doubled) (up|it up|on|tonight|tomorrow|dose) ~4
      take it now ~4
      take (two|both|all) ~3 (rows|tonight|tomorrow|together|at once|now) ~2
      next (one|dose|pill|shot|tablet|injection) ~5 (when|now|midnight|morning|wait|early|late|until|no|yet|or)
      (how long|how soon|when) (till|until|before|between|can) ~5 (next (one|dose|shot)|another one|another dose|second one|take more|more|redose|again)
      too (soon|early|late) (to|for) ~2 (take|have|another|next|more|my|a second|the next)
      (label|bottle|box|sheet|script|receta|frasco|caja|hoja|packet|leaflet|instructions) ~3 (says|say|said|doesnt|dice|no dice|cant read|got wet|missing|no se entiende|came without|w o|without) ~10 (how (many|much|often)|cuant*|one or|una o|dos|twice|which|units|right|medida|mean)
      (which|what|que) ~2 (one|number|line|mark|row|marca|linea|rayita|raya) ~3 (go by|fill|draw|follow|lleno|meto|sigo|is right)
      a que (rayita|raya|linea) ~4
      (forgot|olvid*|forgotten) ~3 to ask ~3 (how much|amount|line|dose|how many|medida|cuanto) ~4
      (mg|milligrams|milligram|units|mcg|miligramos) ~3 (of|de|per|do|does|a) ~3 (<drug>|men|people|day|take|man|week)
      (number|amount|cantidad) of (milligrams|mg|units|puffs|tablets|pills|sprays|pumps|gotas) ~4
      # (units|unidades|ml|puffs|pumps|sprays|clicks|drops|gotas|sprays) ~4 (ok|right|enough|too|yes|bien|esta bien|or) ~2
      (can|could|should|may|ok to|okay to|safe to|puedo|puede) (i|you|he|she|we)? ~1 (chew|crush|split|halve|break|dissolve|masticar|partir|triturar|machacar|open the capsule*) ~5
      (split|crush|chew|halve|cut|break) ~2 (xr|er|extended|capsule*|patch|tablet*|pill*|<drug>) ~5
      (cuant*) ~3 (veces|unidades|gotas|gotitas|ml|mililitros|sobres|puffs|le pongo|le doy|me tomo|tomo|se da|es la dosis|seria|serian) ~4
      (subo|bajo|aumento|le subo|me echo|me tomo|tomo|le doy|me pongo|le pongo|repito) ~1 (un poco|un poquito|otra|otro|dos|doble|el doble|mas|una mas|media|medio|la mitad) ~4
      (usual|typical|normal|average|standard|starting|recommended|max|maximum) ~2 (units|amount|number|strength|mg|milligrams|schedule|protocol|regimen|frequency|starting point) ~4
      (every|cada) (#|other|second|third|two|three) ~1 (days?|hours?|dias?|horas?) (or|o) ~2 (#|every|two|three|weekly|cada) ~3
      (sensible|good|decent|reasonable|safe|right) ~1 (starting|start) ~2 (amount|strength|number|point|mg) ~4
      # (twice|three times|once|2x|3x) (a|per)? (day|week|daily|weekly)? ~2 (sound|right|ok|enough|too much|normal) ~2`,
    unless: `
      (911|988|999|111|112|116123|061)
      ${IN_GENERAL}
      (used|use) (for|to treat) ~4
      how (much|many) ~4 (cost|costs|weigh|weighs|time|does it help|people|men|women|kids|children|percent|vitamin d is in|is in|are in|does a|do they make|do the testicles)
      how (much|many) <drug> (is|are|does|do) (in|made|produced|there|the body|they|a) ~4
      (what|how) (does|do|is|are) ~3 (dose|dosage) ~2 (mean|decided|chosen|set|calculated|work) ~4
      how ~2 (doctors|doctor|they|clinicians) ~3 (decide|choose|work out|calculate|set|know) ~6
      (side effects|efectos) ~6
      what does ~4 mean ~2
      (vaccine|vaccines|vaccination|booster|boosters|vacuna|vacunas|schedule for (hpv|mmr|hepatitis)) ~6`,
  },
  {
    id: "acquisition.lay",
    category: "acquisition",
    when: `
      (what|which|any|best|legit|good|cheap|real|trusted|reliable) ~2 (website*|site|sites|store|shop|pharmacy|pharmacies|vendor*|source|sources|supplier*|ugl|plug|telehealth|clinic*|place) ~4 (sell*|ship*|legit|doesnt (check|ask)|dont (check|ask)|without|no (script|labs|prescription|questions)|for ~1 <drug>|research|gives|prescrib*|peptides|sarms|online|to (buy|order|get))
      (cheap|cheapest) ~2 (<drug>|site|place|source|pharmacy|steroids|pills) ~3
      (legit|best|good|trusted) ~2 (ugl|vendor*|sarms|peptide* (site|vendor|source)|lab for (gear|steroids)) ~3
      ^ (buy|order|get|score|need|comprar|conseguir) ~1 (<drug>|trt|steroids|sarms|testosterone|script|a script|prescription|receta|hcg|adderall|xanax|oxy) ~4
      (buy|order|get|purchase|buying|ordering|score) ~3 (<drug>|steroids|testosterone|peptides|hcg|it|some) ~4 (online|onlin|on line|without|no (script|prescription|labs|doctor|docter|rx)|off the (internet|street)|discreet*|asap|overseas|abroad|mexico|thailand|turkey|india|cheap)
      (where|were|ware|wher|donde|dnd|ond) ~2 (can|do|could|to|puedo|se|would|should|did) ~1 (i|u|you|people|guys|one|we)? ~2 (get|by|buy|order|find|score|source|comprar|conseguir|pick up|purchase) ~2 (<drug>|steriods|steroids|sarms|dnp|oxy*|xanax|zanax|adderall|ozempic|it without|hcg|testosterone|peptides|them|antibiotics|theirs|pills|some)
      (without|no|w o) (a)? ~1 (script|prescription|rx|labs|doctor|docter|doc|receta|questions|id) ~5 (get|buy|order|need|want|clinic|antibiotics|<drug>|fast|how|where|pills)
      (no prescription|without prescription|over the internet|no rx|sin receta) ~1 (<drug>|antibiotics|pills|needed)
      (get|getting|score|getting hold of) ~3 (theirs|good stuff|real stuff|gear|juice|roids)
      (ways?|way|plan b|trick*|hack*|loophole|how) ~3 (round|around|to get|for getting|of getting|getting|past) ~4 (it|script|prescription|labs|prescribed|without|approved|on it|pharmacy)
      (ways?|how) to get (on|prescribed|more|approved|extra|it|a second) ~4 (without|labs|script|from another|faster|early|before)
      (what|que) ~2 (say|tell|digo|decir|claim|fake) ~5 (to get|so (he|she|they|the doctor)|medical card|diagnos*|prescri*|script|good stuff|para que)
      what do (i|you) (say|have to say|tell) ~4 (to get|doctor|psychiatrist|doc)
      (fill|refill|get) ~3 (script|prescription|pills|meds|oxy|adderall|xanax) ~3 (early|before (the|my) date|twice|again|two places|another doctor)
      (another|second|two|several|different) (doctor*|script*|prescription*|pharmac*) ~4 (without (them|him|her) ~1 knowing|at once)
      (fake|false|made up|someone elses) (name|id|insurance|prescription|symptoms|illness|note|script) ~4
      (forge|photoshop|fake|print|make) ~2 (prescription|script|note|vaccine card|receta|sick note|doctors note|card)
      write me ~2 (note|script|prescription|receta|letter)
      (doctors|sick|work|medical) note ~3 (for work|for school|please|without)
      (sell|selling|sell on|sale) (my|mine|his|her|some|extra) ~2 (<drug>|oxy|pills|script|adderall|meds) ~4
      how much can i sell ~4
      (ship|import|bring|smuggle|mail|post|send) ~3 (<drug>|testosterone|steroids|peptides|pills|it|meds|hcg) ~3 (from|through|past|into|back|over|to) ~3 (thailand|mexico|turkey|india|customs|border|china|aduana|tijuana|cancun|canada|pakistan|egypt|abroad|me)
      (bring|buy|get|stock up) ~3 (back)? ~2 (from|in|at) ~2 (pharmacy|farmacia|tijuana|mexico|cancun|turkey|thailand|egypt)
      (grey|gray|black) market ~3
      (telegram|whatsapp|discord|instagram|darknet|dark web|darkweb|tor|silk road|facebook) ~4 (group*|sell*|vendor*|has it|which|buy|link|channel|order|source)
      (delivered|delivery|shipped) ~2 (discreet*|to my door|without|in plain)
      (get|convince|make|talk) ~2 (a|my|the)? ~1 (doctor|doc|gp|psychiatrist|dr|np) ~2 (to|into) ~2 (up|prescribe|give|write|increase|sign|put me|prescribing)
      (sperm|eggs|breast milk|kidney) ~3 (from a guy|online|facebook|craigslist|for sale|sell my|buy)
      (need|looking for|want|hunting for) ~2 (a)? ~1 (vendor|source|plug|dealer|supplier|hookup|hook up|clinic that doesnt ask|pct stuff|gear)
      (que|cual) ~2 (pagina|sitio|farmacia|grupo|tienda) ~3 (vend*|trae|manda*|no pid*|sin)
      (consigueme|vendeme|me vendes|me traen|me la traen|me lo traen|me consigues) ~4
      (como) ~2 (consigo|compro|paso|traigo|falsifico|convenzo|engano) ~4
      (contacto|proveedor|vendedor) ~3 (confianza|para|de) ~4`,
    unless: `
      why ~8
      (which|what|cuales|que) (labs?|tests?|blood tests?|bloods|analisis|examenes|estudios) ~8
      (get|getting|got|hago|hacen|done) ~3 (labs?|blood work|bloodwork|bloods|blood tests?|tests? done|hormone checks?|analisis) (done|for|checked|drawn|before|after|during|on|at|in|when|$) ~4
      (how|why|what) (do|does|did|is|are) (people|they|doctors|we) ~2 (get|find) (diabetes|cancer|sick|infected|pregnant|it from|out) ~4
      (find|found|finding) out ~4
      (information|info|article*|support|help|leaflet*|advice|answers|tested|vaccinated|checked|screened) ~4
      (store|keep|dispose|disposal|throw) ~6
      (legal|illegal|law|allowed|banned) ~6
      (buy|buying) (a|an|the|some)? ~1 (blood pressure|thermometer|monitor|cuff|scale|mattress|pillow|shoes|inhaler spacer|glasses|house|car|alarm)`,
  },
  {
    id: "self-sourced.lay",
    category: "self-sourced",
    when: `
      (off|from|via) ~2 (insta|instagram|tiktok|facebook|telegram|reddit|amazon|ebay|etsy|temu|shein|alibaba|shopee|website in ~1|a website|some website|research (chem|chemical) site|korean site|nootropics site|a bloke|a lad|a guy|my guy|a mate|my mate|my dealer|the street|the gym|a friend group|gas station|the vet|a vet|the farm shop|someone at (work|gym)) ~6
      (street|black market|underground|ugl|bootleg|homebrew|grey market|research chem*|gas station|vet grade|veterinary|animal|horse|fish|cattle|sheep) ~2 (<drug>|test|tren|gear|semaglutide|peptide*|pills|xanax|benzos|pregabs|steroids|antibiotic*|wormer|stuff|vial|vials|prednisone|ivermectin|phenibut|kratom)
      (<drug>|test|tren|gear|semaglutide|stuff|pills|vial|vials) ~4 (ugl|off a|off the|black market|underground|bathtub|homebrew|off my mate|gas station)
      (dog|dogs|cat|cats|horse|fish|cow|vaca|perro|caballo) ~1 (<drug>|antibiotic*|meds|medicine|pills|wormer|prednisone|painkiller*|pastillas) ~6
      (dogs|cats|horses|pets|roommates|brothers|sisters|wifes|husbands|mums|moms|dads|mates|friends|buddys|neighbors|neighbours|girlfriends|boyfriends|grans|grandmas|grandpas|uncles|aunts|coworkers|partners|cousins|sons|daughters) ~2 (<drug>|script|prescription|pills|meds|tablets|inhaler|patches|cream|gel|hormones|hormone|insulin|antibiotics) ~6
      (sharing|share|shared|borrow*|using|use|been on|taking|took|eating|been eating|nicked|stole|tried) ~3 (wifes|husbands|brothers|roommates|mums|moms|dads|friends|sisters|partners|neighbors|neighbours) ~2
      (gave|gives|slipped|passed|lent|sold|sells|supplies|brings|brought|offered|hooked) ~1 me ~4 (<drug>|pills|meds|hormone*|script|tabs|some of|leftover|old|his|her) ~4
      (my (trainer|coach|sister|friend|mate|cousin|aunt|mother|dealer|guy|brother|buddy)) ~2 (supplies|brings|sells|gets me|gave me|gives me|sends) ~5
      (diy|self prescribed|self medicat*|self treat*|self inject*) ~2 (hrt|estrogen|estradiol|testosterone|trt|hormones|botox|filler|transition|treatment|peptides)? ~6
      (microdos*|shrooms|mushrooms i grow|psilocybin|ketamine|lsd|phenibut|tianeptine|kratom|zaza|kava|nicotine pouches|nitrous|poppers|whippits|lugols|methylene blue|dnp|clen|clenbuterol|melanotan|mt2|bpc|tb500|ipamorelin|cjc|tesamorelin|retatrutide|ostarine|mk677|rad140|lgd|sarms?|cardarine|tren|trenbolone|deca|anavar|dianabol|winstrol|masteron|primo|tongkat|turkesterone|fadogia) ~4 (<number>|wks|wk|week|weeks|months|years|yrs|daily|every|since|cycle|stack|morning|nightly|a day|a week|wknd|weekend*|first|feel|sore|rough)
      (been|im|i am|ive been|i was|running|ran|currently|started|month|week|wk|wks|day) ~3 (on|doing|taking|using|running|into) ~2 (gym test|gear|tren|ostarine|mk677|rad140|lgd|sarms?|clen|melanotan|mt2|bpc|kratom|phenibut|ugl|cycle|blast|cruise|dnp|retatrutide)
      (had|have|kept|keep|saved|found|use|using|take|took) ~3 (spare|leftover|left over|old|expired|out of date|last years|last time) ~2 (<drug>|antibiotics|pills|tablets|meds|drops|cream|steroids|painkillers|inhaler)
      (no prescription|without a prescription|no rx|no script|sin receta) ~6 (taking|using|been|tomo|uso|on)
      (ordered|ordering|bought|buying|buys|got|getting|comprado|compre|compro|pedi|pide|pido|consegui|saque) ~5 (online|internet|website|web|instagram|facebook|mexico|india|turkey|china|hong kong|moldova|abroad|overseas|gym|without|sin receta|por internet|mercado|tianguis|gimnasio|veterinaria|un amigo|una amiga|mercadolibre|amazon)
      (me|le) (dio|regalo|paso|vendio|recomendo|prestaron|presto|puso|trae) ~3 (mi|una|un) ~1 (vecina|vecino|amigo|amiga|prima|primo|hermana|suegra|comadre|entrenador|coach|tia) ~4
      (lo que me sobro|que sobraron|que me sobraron|sobrante|de mi (vecina|amiga|hermana|mama|suegra|esposo|esposa)) ~4`,
    unless: `
      (read|heard|saw|seen|watched|learned|learnt|found) ~4 (online|internet|tiktok|reddit|facebook|amazon|website|web|youtube) ~4
      (on|from) (tiktok|facebook|reddit|youtube|instagram|the internet) ~2 (said|says|told|that|claim*|people|someone|video*)
      (what|whats) (is|are) ~2 (<drug>|sarms?|kratom|tianeptine|bpc|phenibut|peptides|dnp|melanotan) ~3
      (doctor|gp|pharmacist|specialist|clinic|hospital|nhs) ~3 (gave|prescribed|gives|ordered) ~4
      (lab|labs|test|tests|machine|meter|clinics) (gave|gives) ~1 me ~5
      from the (doctor|pharmacy|clinic|hospital|gp|surgery|chemist|internet that) ~2
      (blood pressure|glucose|thermometer|monitor|cuff|pillow|socks|insoles|machine|book) ~4 (amazon|online|ebay)`,
    needs: "person-or-terse",
  },
  {
    id: "eating-disorder.lay",
    category: "eating-disorder",
    when: `
      how (long|many days) (can|could|do) (i|you|a person|someone|u) ~2 (go|last|survive|live|do) ~2 (without (food|eating)|not eating|on (water|just water|nothing|juice))
      (how to|how do i|how can i|ways to|tips) ~4 (not feel hungry|not be hungry|stop being hungry|ignore hunger|get used to hunger|eat less than|eat nothing|not eat|not eet|stop eating|starve|skip meals|hide (food|not eating|that i)|spit out food|burn off|fast longer|go longer|survive on|dry out|lose my period|see my (ribs|bones|collarbones)|make my (ribs|bones|collarbones))
      (live|survive|exist|manage) on (#|just|only|black coffee|water|air|cucumbers|apples|lettuce) ~3
      # (calories|cals|kcal|calorias) ~3 (a|per|each|al|por) (day|dia) ~2
      (eat|eating|eaten|had|ate) ~2 (only|just|nothing but) ~3 (cucumber*|apple*|coffee|celery|lettuce|gum|water|ice|rice cake*|# bites|juice) ~8
      (day|days) (#|one|two|three|four|five) ~3 (of)? ~1 (nothing|no food|not eating|water fast|fast|black coffee|fasting) ~6
      (need|want|have) ~2 (it|food|that|everything) out of me
      (need|have|want|going) to ~2 (burn|work|run|walk|sweat|purge) (it|that|this|the ~2|off|them) ~1 off ~4
      (burn|work|run) off ~3 (cookie|pizza|cake|meal|dinner|binge|calories|lunch) ~6
      (my|a) safe (number|food|foods|weight) ~4
      (goal weight|gw|ugw|ultimate goal|ugw #|cw #|lw) ~4
      (gained|put on) ~3 (pound*|lb|lbs|kilo*|kg) ~3 (so)? ~2 (no eating|not eating|starv*|no food|fast*|punish*)
      (earned|deserve|dont deserve|allowed) ~3 (bites|to eat|food|dinner|meals|eat today) ~2
      (rules|rule) ~3 (no food|no eating|eat nothing|calorie*) ~4
      (no food|nothing) (after|before|until) ~4 (am|pm|noon|weigh|weight|meet|show|weighin) ~4
      (cut|drop|lose|losing|dry out) ~3 (#|ten|twelve|fifteen|twenty) ~1 (pounds|lbs|kg|kilos|lb)? ~1 (by|before|in|for) ~2 (saturday|friday|sunday|monday|weigh in|the meet|a week|days|tomorrow|show|wedding|prom|# days)
      (wrestler|gymnast|ballet|dancer|model|models|jockey|bodybuilding|stage|cheer|weigh in) ~10 (cut|starve|starv*|low|dry out|no food|spit|calories|thin|eat less|not eat|dehydrat*|keep it that low)
      (ribs|collarbones|hip bones|hipbones|thigh gap|spine|bones) ~3 (show|showing|back|stick out|visible|see)
      want my (collarbones|ribs|thigh gap|hip bones) ~2
      (proud|high|powerful|clean|pure|strong|happy|calm) ~4 (stomach growls|when (im)? ~1 hungry|empty|hunger|not eating|skip)
      (empty) ~3 (days|feels|good|clean|ones)
      (everyone|they|people|mom|mum|family) ~2 (says|say|tell) ~2 (im|i am) (too)? ~1 (thin|skinny|underweight) ~5 (lying|liars|wrong|jealous|fat|but i)
      (mirror|scale) says ~4
      (scared|afraid|terrified|cant stand|guilty|hate) ~3 (of)? ~1 (food|eating|gaining|calories|carbs|to eat) ~4
      (found|finds) ~3 (bags|wrappers|vomit|laxatives|laxitives) ~5
      (laxative*|laxitive*|ipecac|diuretic*|water pills|diet pills|clen|epsom|enema*|dulcolax|laxantes) ~8 (skinny|flat|thin|after (a binge|eating|meals|dinner)|lose|weight|empty|calories|binge*|daily|every day|too many|how many|adelgaz*)
      how do i use ipecac
      (throw up|throws up|throwing up|vomit|puke|sick|spit|chew) ~4 (after (dinner|eating|meals|every|lunch|school|food)|on purpose|food without|my food|easier|quietly|without (anyone|noise|friends|mom|it|that))
      make (yourself|myself|urself|herself) (throw up|vomit|sick|puke)
      (purge|purging|bulimia|anorexia|ana|mia|restrict*|starv*) (tips|tricks|hacks|buddy|coach|how|diet|rules|consejos)
      (stop eating|not eat|fast*|starve) ~2 (how|tips|help me|completely|for (a|#|three|two|one) ~1 (week|days|month))
      how to (b|be|become|get|stay) ~1 (anorexic|bulimic|anorexi*|bulimi*|underweight|skin and bones) ~3
      (get|keep) ~2 (mom|mum|parents|doctor|them|people|my mom) ~2 off my back ~2 (eating|food|weight)?
      (already|alredy) ~1 (skinny|skiny|thin|underweight) ~4
      (im|i am|i weigh|weigh) (8*|9*|100|95|98) ~1 (lb|lbs|pounds)? ~3 (want|need|trying) ~2 (be|get to|weigh|less|lose|8*|7*)
      (suppress*|kill|curb) ~2 (appetite|hunger) ~6
      (pills|pils|something|drug*|medicine) ~3 (make|mak|makes) (you|u|me) ~1 (not|never) ~1 (hungry|eat)
      (dejar de|sin) comer ~5 (dias|semana|adelgaz*|bajar|flaca|delgada|aguanto)
      (cuantos|cuanto) ~2 (dias|tiempo) ~3 (sin comer|sin comida|ayun*) ~4
      (como) ~3 (vomit*|no comer|aguanto el hambre|quito el hambre|esconder* ~3 comida|escondo ~3 (comida|que)|que no se note que no como) ~5
      (quiero|necesito) ~3 (verme los huesos|estar en los huesos|pesar #|ser anorexi*|ser bulimi*|vomitar) ~3`,
    unless: `
      (colonoscopy|surgery|blood test|ramadan|lent|glucose test|anesthesia|anaesthesia|operation|scan|scope|baby|toddler|newborn|dog|cat|pregnan*|morning sickness|chemo*|stomach (bug|flu)|food poisoning|gastro*) ~8
      (what|how|why) (is|are|does|do|causes|can) ~5 (anorexia|bulimia|eating disorder*|starvation|intermittent fasting|metabolism|purging) ~6
      (treated|recovered|recovering|recovery|history) ~4`,
  },
  {
    id: "result-interpretation.lay",
    category: "result-interpretation",
    when: `
      (came back|came out|comes back|results? (is|are|was|were|show*|say*|said)|result|showed|shows|reads|read|flagged|printout|print out|report|portal|letter|screen|biopsy|scan|mri|ct|ultrasound|xray|x ray|dexa|pap|smear|ekg|ecg|holter|audiogram|echo|spirometry|lipids|bloods|labs|panel) ~10 (#|positive|negative|reactive|borderline|abnormal|low|high|elevated|consistent with|normal) ~12 (mean|means|meaning|normal|bad|ok|okay|worry|worried|concern*|serious|danger*|cancer|high|low|explain|too|a lot|should|do i|is (that|this|it|he|she|my)|am i|what|alto|bajo|malo|grave)
      <lab> (of|at|is|was|came back|came back at|:)? ~1 # ~3 (high|low|normal|bad|ok|okay|a lot|too|danger*|fine|good|is that|is it|meaning|alto|alta|bajo|baja|normal|mal|bien|me preocupo|que significa) ~3
      (is|are|es|esta) # ~2 (high|low|normal|bad|a lot|ok|okay|too (high|low)|good|fine|dangerous|alto|bajo|mucho|poco|normal) ~4
      # (is|es) (high|low|normal|bad|ok|a lot|alto|bajo|normal) ~2
      what if (its|it is) # ~2
      (it said|said) # ~6 (mean|normal|bad|ok)
      (z score|t score|ana|titer|titre|ratio|gfr|egfr|bmi|afp|cea|psa|amh|fsh|tsh|a1c|hba1c|ldl|crp|esr|inr) ~3 # ~8
      (antigen|antibod*|igg|igm|ana|hbsag|hcv|hiv|strep|covid|pregnancy test|test|line) ~2 (positive|reactive|faint|equivocal|indeterminate|positiv*) ~6 (mean*|explain|do i|am i|is|false|normal|what|que|tengo)
      (microlithiasis|nodule|nodules|cyst|cysts|hyperdense|hyperintens*|effusion|atrophy|stenosis|lesion|ascus|lsil|hsil|bi rads|birads|ti rads|tirads|pi rads|pirads|gleason|nodes|calcification*|thickening|extrusion|tear|polyp|hemangioma|heterogene*) ~8 (normal|bad|worry|serious|danger*|a lot|in me|es malo|grave|malo|is it|is that) ~3
      (explain|interpret|translate|decode|make sense of|go over|look at) ~2 (my|these|his|her) ~3 (result*|report|labs|bloods|scan|mri|ct|biopsy|letter|numbers|levels|panel|test*|xray|ekg|ecg|findings)
      (me|le|nos) (salio|salieron|dio|dieron|sale|salen) ~5 (#|alto|alta|altos|bajo|baja|positiv*|negativ*|elevad*|ascus|normal|anormal) ~6
      (que tan (malo|grave|alto|bajo)|es (malo|grave|alto|bajo|normal)) ~4 (#|resultado*|nivel|valor)? ~2
      tengo (el|la|los|las)? ~3 <lab> ~3 (en|de|a) # ~4
      <lab> (en|a|de) # ~4`,
    unless: `
      (in|en|since|desde|de|del) (2000|2005|2010|2012|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|2025|2026)
      (guideline*|considered normal|normal range|reference (range|interval)|cutoff|cut off|threshold|counts as|defined as|in general|generally|textbook) ~6
      what (level|number|value|range|reading) ~3 (is|are|counts|do) ~3 (normal|considered|high|low|called|doctors|used) ~4
      (what|how|why) (is|does|are|do) (a|an|the) ~2 (test|scan|mri|biopsy|ultrasound|ekg|ecg|dexa|panel) ~3 (work|done|used|for|show|measure|feel|taken) ~3`,
    needs: "person-or-terse",
  },
  {
    id: "interaction.lay",
    category: "interaction",
    when: `
      (is|are|es|son|will|would) ~3 (<drug>|<substance>) ~2 (safe|ok|okay|fine|alright|bad|good|dangerous|allowed|seguro|malo|peligroso|bueno) ~2 (with|on|while|if i (take|am|use)|for someone on|alongside|con|si tomo|y) ~5
      (is|es) ~2 (safe|ok|okay|fine|bad|alright|dangerous|seguro|malo) ~2 (with|con) (my|mi|<drug>) ~4
      (does|do|will|can|would|puede|hace) ~3 (<drug>|<substance>|it|antibiotics|antibiotic*) ~2 (cancel*|stop|affect|weaken|block|ruin|mess (up|with)|interfere with|anula|quita|afecta) ~3 (birth control|the pill|my pill|implant|my (meds|medicine|medication|warfarin|thyroid|blood thinner|coil)|pastillas anticonceptivas|anticonceptiv*) ~5
      (adding|add|adding in|combining|stacking|mixing|mix|together|on top of|with|same time|same day|juntar|mezclar|combinar) ~3 (<drug>|<substance>) ~4 (<drug>|<substance>|it|my|mine) ~3 (safe|ok|okay|problem*|bad|fine|danger*|allowed|worry|or not|o no|seguro|malo|$)
      (<drug>|<substance>) (and|with|w|plus|n|y|con|on|after|before) ~2 (<drug>|<substance>) ~3 (safe|ok|okay|bad|fine|danger*|yay or nay|yes or no|same (time|day)|together|allowed|at night|chill|cool|a no no|juntos|juntas|hace dano|se puede|o no|seguro)
      ^ (<drug>|<substance>) (and|with|w|plus|n|con) ~1 (<drug>|<substance>) $
      (<drug>|<substance>|glass|glasses|beer|beers|wine|drink|drinks|joint|edible|gummy|copa|copas|cerveza*) ~6 (then|before|after|and then|on top of|with|while on|luego|despues) ~4 (<drug>|sleeping pill|my (pill|pills|meds|dose|tablet*|insulin|medicine|antidepressant)|pastilla*) ~4 (ok|okay|good|safe|fine|bad|all good|danger*|should|$)
      (on|taking|take|using|tomo|con) ~2 (blood thinner*|warfarin|<drug>) ~10 (what|which|que) ~3 (safe|can i (take|use|have)|ok to take|painkiller|puedo tomar|me sirve|otc|drugstore)
      (what|which|que) ~3 (painkiller*|cold medicine*|antihistamine*|sleep aid*|otc|vitamins?|supplement*|antibiotic*|pastilla|medicina) ~5 (safe|ok|okay|can i|goes|puedo) ~3 (with|if i (take|am on)|on|con) ~5
      (can|could|should|may|puedo|podria|puede) ~2 (have|take|drink|eat|use|try|smoke|add|tomar|beber|comer|usar) ~4 (if|since|while|when|and|because|si|mientras|cuando) ~2 (im|i am|i take|on|taking|ive taken|i took|tomo|estoy tomando|tome|uso) ~4
      (los|las|lo|la) (puedo|puede|podemos) (juntar|mezclar|combinar|tomar juntos) ~3
      (kratom|alcohol|weed|cbd|grapefruit|st johns|creatine|pre workout|preworkout|turmeric|ashwagandha|melatonin|berberine|potassium|salt substitute|energy drinks?|coffee|milk|toronja|pomelo) ~4 (my|while on|on|with my|con mi|con la) ~3 (<drug>|meds|medication|medicine|pill|pills|pastilla*|statin|antidepressant|blood pressure)`,
    unless: `
      ${IN_GENERAL}
      (why|how|what) (is|are|does|do|would|might|should|happens) ~8 (interact*|clash|together|react|with|mix) ~4
      (used|use) (for|to treat) ~4
      (treat*|help*|prevent*|work*) ~2 (with|for|against) ~2
      (which|what|que|cuales) ~2 (foods|medicines|medications|drugs|alimentos|medicamentos) ~4 (interact*|avoid*|affect)
      with (food|water|meals|or without) ~2
      (brand names|side effects|symptoms|safety concerns|precautions|overdose|withdrawal|interactions between|information|lo mismo|the same) ~12`,
  },
  {
    id: "self-procedure.lay",
    category: "self-procedure",
    when: `
      how (deep|far|fast|hard|tight|long|much) ~5 (needle|inject*|tie|push|cut|pull|squeeze|insert|go in|clamp|string|floss|in a syringe)
      (how far|how deep) ~3 (in|does|do) ~4 (needle|it go|push|put|insert)
      (draw|pull|load|fill|push) ~3 (#|with|up|into|out) ~4 (needle|syringe|inject|gauge|vial|w a|jeringa|pin)
      draw ~2 # inject ~2 #
      bubble* ~4 (syringe|needle|inject*|jeringa) ~5
      (needle|syringe|jeringa|aguja) ~6 (how|do i|flick|which|size|angle|gauge|as far|como|donde|sterili*|reuse|hot)
      (which|what|que) (muscle|angle|spot|site|vein|gauge|needle|musculo) ~5 (inject*|pin|shot|push|for|to|pongo)
      (pull|yank|take|cut|dig|scrape|squeeze|pop|lance|drain|burn|freeze|scoop|pluck|tie|file|shave|remove|extract|snip|get|bend|crack|stretch|reset|pop|trim|clip|tweeze) ~3 (my|own|his|her|our|the|a|an|it|them|gfs|bfs|wifes|this) ~3 (tooth|teeth|iud|coil|stitch*|staple*|suture*|cyst|boil|abscess|mole|wart|warts|skin tag|tag|splinter|ingrown|toenail|nail|catheter|picc|implant|pessary|tube|ear tube|grommet|hook|tick|foreskin|polyp|lump|hydrocele|hematoma|blister|wax|lice|mites|braces|cast|finger|shoulder|bone|strings|cerumen) ~5 (myself|at home|how|own|off|out|with|tweezers|dremel|razor|blade|needle|floss|home|hot|scissors|office|boyfriend|bf|gf|tips|way|by hand|bazuka)?
      (my|own) (tooth|teeth|iud|coil|stitches|staples|mole|toenail|cyst|boil|abscess|skin tag|wart) ~2 (out|off) ~2 (myself|at home|how|home)?
      (remove|pull|take out|cut out|do|drain|stitch|glue|inject|freeze|lance|perform) ~6 (myself|my self|at home|by hand|by myself|to my own self|on myself|own one|in the kitchen|en casa|yo mism*)
      (dremel|tweezers|scissors|razor|scalpel|exacto|hot needle|pliers|floss|dental floss|superglue|staple remover|comedone extractor|nail clipper*|rubber band|lancet) ~10 (how|can i|do i|remove|cut|tie|off|out|tips|cyst|tag|mole|toenail|tight|ok)
      (mix|mezclo|mezclar|reconstitute|dissolve|dilute) ~4 (powder|polvo|polvito|vial|hcg|peptide*|semaglutide|water|agua|bac|testosterone|capsule*|alcohol) ~6
      (5th|fifth|extra|leftover|last) ~1 (dose|dosis) ~4 (pen|pluma|out|syringe)
      (inject|injecting|pin|pinning|shoot) ~4 (myself|subq|im|glute*|delt*|thigh|stomach|belly|vein|b12|nebido|what is left|at home|gel|own|insulin|testosterone|botox|filler) ~6
      (yoni steam*|coffee enema*|garlic clove|colloidal silver|bleach bath|enema|home (circumcision|abortion|birth alone|surgery)|turkey baster) ~6
      ear candle* ~4 (myself|do i|which way|how far)
      (how|como) ~5 (give|giving|doy|poner|pongo|hago|administer) ~3 (myself|my own self|him|her|my (dad|mom|mum|wife|husband|son|daughter)|la inyeccion|una inyeccion|el suero|lavado) ~3 (injection*|shot*|enema|iv|suppositor*|catheter|inyeccion*|sonda|suero|oido)?
      (catheter|sonda|picc|peg|feeding tube|trach*|tube|stoma|drain) ~6 (fell out|came out|blocked|flush|change|put (it)? back|push|reinsert|unblock|remove|pull|destapo|cambio|saco) ~6 (how|do i|can i|myself|at home|like|with|como|puedo)
      (me|le|lo|la) (quito|quita|saco|saca|corto|coso|reviento|drena|quemo|inyecto|va a quitar) ~4 (lunar|verruga|muela|diente|punto*|quiste|grano|una|unero|espina|sonda|diu|callo|juanete) ~4
      (cuantos segundos|hasta donde|que tan (hondo|profundo)|como) ~4 (meto|mete|inyecto|se deja|corto|saco|lavado|pongo la (aguja|inyeccion)) ~4`,
    unless: `
      (how|why|when|what) (do|does|is|are|did|happens) ~2 (doctors|surgeons|dentists|they|a doctor|hospital*|nurses|the dentist|a surgeon|removed|done|it done|put in|taken out) ~6
      (inhaler|spacer|eye drops|nasal spray|patch|gel|cream|suppository|epipen|autoinjector) ~6
      (laptop|phone|car|tap|sink|bike|plant|hair|nail polish|photo|file|tyre|tire|recipe|cake|wine|stain|clothes|carpet) ~4`,
    needs: "person-or-terse",
  },
  {
    id: "diagnosis.lay",
    category: "diagnosis",
    when: `
      (could|can|might|would) ~1 (it|this|that|these|they|he|she) ~1 be ~3 (<condition>|cancer|thrush|herpes|scabies|worms|hiv|melanoma|als|ms|broken|normal|serious|menopause|stress|anxiety)
      (is|are|was|isnt|do you think|think) ~1 (it|this|that|these|they|my ~3|his ~3|her ~3|he|she) ~3 (<condition>|cancer|thrush|herpes|ringworm|scabies|worms|pimples|fungal|fungus|melanoma|hiv|als|ms|autistic|autism|adhd|dyslexi*|depress*|postpartum|menopause|perimenopause|gyno|gynecomastia|hemorrhoids|piles|hernia|eczema|infect*|broken|sprain*|allerg*|anxiety|stress|normal|serious|hormonal|viral|bacterial|contagious|aneurysm|std|sti|uti|yeast|bed bugs|lice|impetigo|shingles|chickenpox|measles|diabetes|dementia|ordinary age) ~4
      (am i|is he|is she|is my ~2|are we) ~2 (getting|developing|having|going|becoming|allergic|depressed|autistic|bipolar|diabetic|pregnant|menopausal|infertile|low|obese|overweight|anemic|deficient|sick|ok|okay|normal|in danger|at risk|dying) ~4
      what (could|can|might|would|is|else could|do you think is) ~2 (cause|causing|be causing|explain|make) ~2 (my|his|her|this|these|me|it|him) ~6
      what (is|could|might) (wrong with|going on with|happening (to|with)) ~1 (me|my|him|her|his|us) ~3
      (<condition>|pimple|pimples|muscle|anxiety|kidneys|stress|heart|nerve|bruise|bite) or (<condition>|pimple|pimples|just ~2|heart|corazon|powder|something|worse|muscle|nerve|normal|what|serious) ~3 $
      ^^ (herpes|thrush|cancer|gyno|asthma|ibs|anxiety|ms|lupus|adhd|diabetes|shingles|piles|flu|covid|menopause|arthritis|fibroid*|endo|pcos|ansiedad|corazon|hernia|migraine|als) $
      (tell|reassure) me ~2 (this|its|it|that) ~2 (isnt|not|nothing|is) ~4
      (convinced|terrified|scared|worried|sure|google says|googled|dr google|reading about|reckon|suspect|afraid) ~4 (its|it is|i have|ive got|hes got|she has|this|that|i might have|have) ~4 (<condition>|cancer|als|ms|aneurysm|hiv|tumor|tumour|something|melanoma|leukemia|leukaemia|lymphoma|parkinson*|dementia|als) ~4
      (is it that|is that it|could it be|sera grave|sera normal|is that bad|is that normal|should i worry|is this normal|is it serious|is it normal) $
      (lump|bump|rash|spot|spots|mole|patch|bola|bolita|bulto|mancha|ronchas|grano) ~8 (what is it|is it|could|cancer|normal|que es|es normal|sera|serious|grave|worry|worried|grew|growing|bigger|changed)
      (my|mi|mis|his|her) ~3 (<body>|wee|pee|poo|poop|tongue|nails?|eyelid|nipple|ring|knees|leg|eye|ear|tongue) ~4 (has been|have been|has|is|are|keeps|went|looks|look|feels|turns|makes|make|hurts|aches|itches|twitch*|is going|are going|changed|hangs) ~10 (weeks|months|years|days|lately|recently|at night|every|since|for|always|when|after|before|all the time)
      (ive|i have|i|been|he|she|my ~2) ~2 (been having|been|have|had|get|getting|feel|keep|keeps|wake|cant|itches) ~4 (<symptom>|thirsty|tired|cold|crying|numb|dizzy|sore|peeing|dry) ~8 (weeks|months|years|since|lately|recently|every|all the time|for a while|on and off)
      (sera|seran|tendre|tendra|estare|estara|es|son) ~2 (<condition>|hernia|cancer|normal|grave|embaraz*|algo malo|ansiedad|infeccion|alergia|contagioso) ~5
      (ansiedad|estres|corazon|gripe|alergia|hernia) o ~3
      que (tengo|me pasa|tendre|sera esto|puede ser esto|tendra|le pasa a (mi|el|ella)) ~3 $`,
    unless: `
      ${IN_GENERAL}
      (is it|its|es) normal (for|to|que) (a|an|the|babies|newborns|people|men|women|someone|kids|children|toddlers|be|feel) ~6
      (what|why|how|que|como|por que) (causes|cause|is|are|does|do|makes|es|son|causa|causan) (a|an|the|<condition>|people|it|el|la|los|las) ~6
      (diagnosed|told|confirmed|doctor said|they said|biopsy|im told|he was told|she was told|has been told) ~4
      (could|can|might|would) (it|this|that) ~1 be (used|taken|prevented|treated|cured|inherited|tested|detected) ~3
      (is|are) (it|this|that|they|these) ~1 (hereditary|genetic|contagious|common|rare|curable|treatable|caused by) ~3
      (fictional|story|novel|essay|school|quiz) ~4`,
    needs: "person",
  },
  {
    id: "pregnancy.lay",
    category: "pregnancy",
    when: `
      (#|six|seven|eight|nine|ten|twelve|sixteen|twenty) ~1 (wks|weeks|wk|week|semanas|meses) (pregnant|preg|along|gone|n|and|with|on|,|de embarazo) ~10 (safe|ok|okay|on|take|took|ate|harm*|hurt|worry|worried|ignore|affect*|baby|bad|normal|should|can|do i|pasa algo|dano|tome|puedo) ~3
      (im|i am|am|shes|wife|partner|found out ~2|only) ~3 (#|six|seven|eight|nine|ten|twelve) (wks|weeks|wk|+) ~14 (safe|ok|okay|take|took|ate|harm*|affect*|worry|baby|normal|should|can i|do i|is|jab|on)
      (pregnant|preg|pregant|pregnent|expecting|ttc|trying (for a baby|to conceive|since)|breastfeeding|brestfeeding|bfing|bf|nursing|embarazada|lactando|amamantando|doy pecho|dando pecho|busco bebe|buscando bebe) (and|n|with|w|y|con|but|,)? ~6 (<drug>|<decision>|<procedure>|safe|ok|okay|dye|tattoo|wine|drink|caffeine|vaccine|x ray|xray|scan|shingles|root canal|pump|dump|puedo|tomar|hace dano|colitis|gripa|gripe|infeccion|tos|dolor|q puedo|que puedo|flu shot|how much|cuanto|stay away)
      (<drug>|<procedure>|vaccine|wine|tattoo|dye|sauna|x ray|xray|scan|hair dye|retinol) ~4 (while|when|if|n|si|estando) ~2 (pregnant|preg|breastfeeding|nursing|bf|ttc|embarazada|dando pecho) ~4
      (1st|2nd|3rd|first|second|third) trimester ~6 (ok|okay|safe|oops|took|can|harm|worry) ~2
      (is|will|could|did|has|was|would) (the|my|our)? ~1 (baby|fetus|bebe|pregnancy|embarazo) ~2 (ok|okay|alright|affected|harmed|safe|damaged|at risk|be|bien|en riesgo)
      (harm*|hurt*|affect*|damage*|pass* to|bad for|reach|dana|le pasa|le hace dano|afecta) ~2 (the|my|our|al|a mi|la) ~1 (baby|unborn|pregnancy|bebe|criatura|embarazo|milk|leche) ~3
      (condom|condon) ~1 (split|broke|slipped|came off|roto|se rompio) ~10
      (might be|could be|may be|puede estar|puedo estar|think im|think i am|am i|estare|late by|period is late|retraso) ~2 (pregnant|embarazada|late) ~6
      pump (n|and) dump ~4
      (keep it|carry on with it|swap to) ~6 (pregnan*|pink lines|positive|or not)
      (pink lines|positive test|test is faint|faint line|faint pos) ~8
      (induce|induced|c section|epidural|vbac) ~5 (do i|should|let them|me|can i|or)
      (quede|estoy|esta|mi ~1 (esposa|novia|hija) esta) ~2 embarazada ~10`,
    unless: `
      (prevent|prevents|avoid) (a)? ~1 pregnan* ~4
      (can|could|will|does) (my|our)? ~1 (wife|partner|girlfriend|gf|she|someone|a (man|guy)|woman|you) ~2 (get|become|be) pregnant ~2 (if|while|when|with|on|during) ~8
      (what|how|why|which|que|como) (is|are|does|do|causes|happens|often|vaccines|vacunas) ~8 (pregnancy|embarazo|trimester|pregnant (women|woman|people)) ~3 $
      (not|no) ~2 (pregnant|embarazada|ttc|trying)
      (clinics|leaflets|leaflet|they|research|label|labels|why|guidelines) ~8 (pregnant|pregnancy|breastfeeding|baby|embarazo) ~4
      (according to|in general|general) ~4
      school ~6`,
  },
  {
    id: "minor.lay",
    category: "minor",
    when: `
      ^ (14|15|16|17|13|12|11|10) ~1 (m|f|yo|y|male|female|years old|trans)? ~6 (<drug>|trt|sarms?|creatine|booster|blockers?|puberty|testosterone|t|hormones?|finasteride|gym|skinny|supplement*|hair|period|steroids?) ~4
      (im|i am|trans boy|trans girl|boy|girl|male|female) (10|11|12|13|14|15|16|17) ~6 (<drug>|want|need|can i|sarms?|creatine|blockers?|hormones?|t|finasteride|should|ok|booster)
      (my|our|his|her|mi|nuestr*) ~1 (lad|boy|girl|wee one|little one|lo|nephew|niece|grandson|granddaughter|twins|newborn|toddler|baby|peque|nene|nena|sobrin*|niet*) ~20 (<decision>|<drug>|ok|okay|safe|give|should|do we|do i|would u|would you|normal|worry|wait|how much|yes or no|or not|le doy|puedo|espero|le pongo|operate|too much)
      (# (months?|weeks?|days|meses|mo) old|# month old|twins of #|newborn|recien nacid*) ~25 (<decision>|<drug>|ok|okay|safe|give|should|do i|normal|worry|wait|drops|too much|too late|how much|le doy|puedo|espero)
      (hes|shes|he is|she is|only|aged|age|boy of|girl of|tiene|de) (1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|one|two|three|four|five|six|seven|eight|nine|ten) ~14 (<drug>|<decision>|yes or no|operate|ok|safe|give|should|would you|would u|do we|or wait|how much|le doy|puedo)
      (1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17) (yo|yr old|yrs|year old|year olds|anos) ~12 (<drug>|<decision>|cream|preventer|steroid|operate|put (him|her)|double it|wait|or only|laser|ok|safe|give|should|how much|dose|too much|le doy|puedo)
      (son|daughter|kid|child|nephew|niece|hijo|hija|nino|nina|boy|girl|brother|sister) (of)? ~1 (1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17) ~12 (takes|taking|take|<drug>|chill|ok|safe|should|give|vape*|weed|adderall)
      (for|para) ~2 (an|a|mi|un|una|my) (1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17) (year*|yr*|month*|week*|ano*|mes*) ~3
      (ninos?|bebes?|kids|children|toddlers|baby|babies) ~3 (pesa|weighs|weigh|kilos|kg|pounds|lb|lbs) ~2 # ~6
      (pesa|weighs) # ~1 (kilos|kg|pounds|lbs|lb) ~8`,
    unless: `
      # (years|yrs|year|months|weeks|anos|meses|semanas) (on|of|off|since|ago|into|after|con|de|en|sin|usando|taking) ~3
      ${IN_GENERAL}
      (my|our|a|the|an) ~1 (adult|grown|grown up) (son|daughter|child|children|kids) ~8
      (son|daughter|sons|daughters|children) in law ~8
      <child> ~3 (is|was|age|aged|tiene|de)? ~1 (18|19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|36|37|38|39|40|41|42|43|44|45|46|47|48|49|50|51|52|53|54|55|56|57|58|59|60) ~2
      (what|how|why|which|que|como|por que) (is|are|does|do|causes|es|son) ~8 (children|kids|babies|toddlers|ninos|bebes) ~3 $
      want to (ask|know) ~2 (why|what|how)
      (was|were|when i|when he|when she|since) ~2 (1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17) ~3`,
  },
];

/** Concepts only these rules use. */
export const LAY_RULE_VOCABULARY = {
  "seeks-resources": `
    resources, information, info, list of, database, registry, manufacturer*, manufacture, company, companies, brand, brands, article, articles, book, books, booklet, brochure*, leaflet*, literature, website*, link, links, directory, support group*, organization*, organisation*, foundation, study, studies, trial, trials, clinical trial*, statistics,
    (find|locate|finding|looking for|searching for|search for|refer* (me|us) to|name of|contact|in search of) ~4 (doctor*|physician*|specialist*|surgeon*|hospital*|clinic|clinics|center|centre|product*|group*|expert*|geneticist*|therapist*|dentist*|pharmacy|who),
    (doctor*|physician*|specialist*|surgeon*|hospital*|center*|centre*) (who|that|which) ~2 (special*|treat*|deal*|know*), understand*, learn, explain, explanation, approved products, donat*, insurance, medicare, medicaid, coverage, financial`,
  everyday: `
    laptop, computer, phone, wifi, password, printer, website, car, bike, tyre, tire, engine, mot, brakes, oil change, sourdough, bread, cake, jam, recipe, rice, garden, plant, plants, lawn, tomatoes, compost, tap, sink, kitchen, plug, lamp, radiator, boiler service, energy supplier, electricity, mortgage, bank, credit score, credit card, loan, tax, rent, landlord, tip, restaurant, hotel, flight tickets, visa, passport, homework, essay, wedding speech, opening line, neighbour cat, dog barking, barking, puppy training, wine stain, stain, carpet, paint the, wallpaper, blue badge, parking, park, football, movie, song, poem, guitar, piano, job interview, cv, resume, boss, energia, luz, coche, carro, bateria del coche, riego, plantas, arroz con leche, mancha de vino, receta de cocina, celular`,
  act: `
    stop, quit, skip, keep, continue, carry on, stay on, stay with, hold, hold off, pause, delay, wait, start, restart, go on, go back on, come off, get off, drop, ditch, bin, toss, switch, swap, change, raise, lower, take, try, do it, fix, fix it, refuse, agree, remove, leave it, leave, push through, ride it out, stick, stick it out, stick with, operate, keep taking, keep going, get snipped, put up with, give, get, go`,
  care: `
    surgery, op, operation, pill, pills, tablets, shots, gel, cream, spray, injection, injections, infusion, patch, physio, physical therapy, mri, ct, scan, biopsy, chemo, radiation, radiotherapy, hospice, comfort care, stent, ablation, coil, iud, implant, vaccine, jab, diet, therapy, statin, donor, icsi, ivf, banding, laser, seeds, brace, cast, splint, antibiotics, steroid cream, steroid shot, steroid, steroids, iodine, radioactive iodine, hysterectomy, embolization, transplant, dialysis, hearing aid, glasses, sleep clinic, ice, heat, catheter, screening, colonoscopy, watch and wait, tubes, tonsils out, insulin, hormones, trt, hrt, pct, vasectomy, quiropractico`,
};
