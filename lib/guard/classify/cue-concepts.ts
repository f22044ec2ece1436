/** Nothing goes in; the names of the concepts whose presence is a cue come out. */
export const CUE_CONCEPTS: readonly string[] = `
  self self-subject self-owner child relative someone-present owned pronoun other case own-age
  young-self child-age kid-years amount mass frequency intake-verb decision info-ask past-time
  habitual now negation hypothetical general-marker question-opener drug named-drug drug-word
  substance toxic procedure symptom condition body pain swollen breathless bleeding blood vomit
  fever rash confusion drowsy weakness lab pregnant-word pregnant-self frame own-data too-much
  wrong-one wish die-act violence abuser insists asks-amount leans-back asks-in-general settled
  worse dose-form dose-unit number everyday seeks-resources media act care chronic idiom painless
  drenched going-down throat-trouble puffing-up hot-fever ill-now young-baby late-pregnant
`
  .trim()
  .split(/\s+/u);
