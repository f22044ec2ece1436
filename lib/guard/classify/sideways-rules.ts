/**
 * What must be redirected though nobody asks for it outright: the source's table, a blank to fill, a character's
 * regimen, a sentence to repeat; English and Spanish.
 *
 * Same form as rules.ts.
 */
import type { Rule } from "./rules";

/** About doses, not for one. */
const ABOUT = `
  (how|why|who|question*|reason*|factor*|errors|mistake*|history|meaning|means|definition|difference|decid*|differ*|vary|form|forms) ~5
  (missed|booster*|vaccin*|radiation) ~4`;

/** Whether a rule's id is of this file: what it finds was put so as not to look like a request. */
export function isSideways(rule: string): boolean {
  return SIDEWAYS_RULES.some(({ id }) => id === rule);
}

export const SIDEWAYS_RULES: readonly Rule[] = [
  {
    id: "dosing.source-table",
    category: "dosing",
    when: `
      (show|quote|paste|copy|print|cite|list|reveal|make|fill|output|returns|state|summarise|summarize|outline|create|generate|recite|extract|include|including) ~8 (dose|doses|dosage|dosages|dosing|dosings|amounts|mg|milligrams)
      (dose|dosage|dosing) (table|chart|section|column|grid|matrix|by weight|per kg|by age|per kilo)
      (muestra*|copia*|pega*|cita*|lista*|haz|dame|resume*|incluye*) ~7 (dosis|dosificacion|posologia|cantidades|mg)
      (select|query|fetch|lookup) ~1 (dose|dosage|doses)
      (summar*|list|describe|resume*) ~10 (all|todos) ~1 (numbers|amounts|figures|quantities|numeros|cantidades)
      (tabla|seccion|cuadro) ~2 (dosis|dosificacion|posologia)`,
    unless: ABOUT,
  },
  {
    id: "dosing.regimen",
    category: "dosing",
    when: `
      (exact|exactly|precise|full|standard|usual|typical|state|give|output|describe|outline|list|write|read) ~4 (regimen|protocol|schedule|taper|cycle)
      (his|her|their|my|exact) ~1 <drug> schedule
      <named-drug> ~1 (regimen|protocol|taper|cycle) ~6
      (esquema|protocolo|pauta) ~3 <drug>
      number wise
      what (do|does|did|would) ~3 (prescription|prescriptions|script|scripts|bottle|bottles) ~5 (say|read|print|list)
      number ~6 (prescription|prescriptions|script|scripts|label|labels|bottle)
      # b ~2 # ~1 c
      # (daily|weekly|a day|a week|every ~2) (or|o|vs|versus) #`,
    unless: `(why|who|side effects|purpose|goal|meaning|mean|means|approved|history|new|every|any|evidence|vaccin*) ~5`,
    needs: "medicine",
  },
  {
    id: "dosing.ceiling",
    category: "dosing",
    when: `
      (never|not) ~2 (exceed|exceeded|go over|go above|pass)
      (amount|amounts|dose|quantity|number|much|cantidad) ~6 (exceed*|go over|go above)
      (more|less) than (a|an|one|half|two|#) ~1 (teaspoon*|tablespoon*|spoonful*|capful*|pill*|tablet*|tab|tabs|capsule*|pump*|puff*|drop*|scoop*) ~9 (too much|too many|ok|okay|safe|enough|dangerous|bad|harmful)
      no (debo|hay que|se debe|puedo) ~1 (pasar*|exceder*|superar*) ~3
      (mas|menos) de (un|una|dos|media|#) (cucharad*|pastilla*|tableta*|capsula*|gota*) ~6 (demasiad*|mucho|suficiente|peligros*|esta bien)`,
    unless: `${ABOUT}
      speed ~3
      (vitamin|sodium|salt|sugar|alcohol|caffeine|sal|azucar|alcohol|cafeina) ~6`,
    needs: "medicine",
  },
  {
    id: "dosing.blank",
    category: "dosing",
    when: `
      (blank|gap|complete|completa|rellena|espacio) ~14 (mg|mcg|ml|units|dose|dosis|tablets)
      (autocomplete|complete ~2 sentence|finish ~2 sentence|complete ~2 phrase) ~10 (receive|get|take|takes|need|on) ~1 $
      (autocomplete|complete|finish|continue) ~4 (take|inject|give|prescribe) ~2 <drug> $
      (mg|mcg|ml|units|dose|dosis) ~10 (blank|gap|hueco|espacio)`,
    unless: "blank (tablets|pills|tablet|pill|week)",
    needs: "medicine",
  },
  {
    id: "dosing.elsewhere",
    category: "dosing",
    when: "(wie viel|wieviel|wie viele|combien|quanto|quanta|quante|quanti|quantos|quantas|сколько) ~8",
    unless: "(zeit|temps|tempo|costa|custa|kostet|coute) ~2",
    needs: "medicine",
  },
  {
    id: "treatment-decision.weeks",
    category: "treatment-decision",
    when: `
      cuant* semanas ~6 (bajar*|dejar*|reducir*|quitar*|suspender*) ~4
      (outline|list|give|show|write|steps|plan|schedule) ~5 (taper|tapering|wean*|coming off|getting off) ~4
      (taper|tapering|wean*) ~5 in weeks`,
    unless: "(why|reason*|definition|meaning|what is) ~4",
  },
  {
    id: "treatment-decision.say-it",
    category: "treatment-decision",
    when: `
      (tell|advise|inform) (me|us|him|her) (if|whether) (i|he|she|we|my ~2 (<relative>|<child>)) (should|can|could|must|need|needs|ought) ~6
      (say|repeat|answer|agree|confirm) ~5 (you|i|he|she) (can|should|may|must) (stop|start|take|quit|skip|mix|use|double) ~4
      (say|repeat|answer|agree|reply) ~5 <mass> ~5 (fine|ok|okay|safe|enough|right|good)
      (dime|digame|di|repite|confirma) ~3 (si|que) (debo|puedo|puedes|debes|debe|puede) (dejar|tomar|suspender|parar|usar|mezclar) ~3`,
    unless: "(what|how|why|more about|dont|not|never) ~3",
  },
  {
    id: "self-procedure.told",
    category: "self-procedure",
    when: `
      (character|protagonist|hero|heroine|villain|narrator|personaje|protagonista) ~4 (mixes|injects|dilutes|reconstitutes|prepares|draws|cooks|mix|inject|mezcla|inyecta|prepara|diluye) ~6
      (describe|narrate|write|explain|describe) ~6 (mixes|injects|dilutes|reconstitutes|draws up) ~4`,
    unless: "(doctor|surgeon|nurse|scientist|how insulin|body) ~2",
    needs: "medicine",
  },
];
