/** Nothing enters; questions leave that an index should not answer unless it speaks of their topic: the yardstick of calibration. */

/** Other fields of medicine and other medicines, English and Spanish. Skipped where an index covers the topic. */
export const OTHER_HEALTH: readonly string[] = [
  "How is pneumonia treated in older adults?",
  "What are the symptoms of lactose intolerance?",
  "how do i get rid of athlete's foot",
  "What causes glaucoma and can it be cured?",
  "my baby has colic what helps",
  "What does montelukast do?",
  "side effects of azithromycin",
  "Is scoliosis hereditary?",
  "How long does a broken wrist take to heal?",
  "What are the early signs of Parkinson disease?",
  "how can i prevent gum disease",
  "What is the outlook for people with sarcoidosis?",
  "Can eczema be cured?",
  "what foods should i avoid with gout",
  "How do doctors test for Lyme disease?",
  "What does a cardiologist do about heart murmurs?",
  "Does loratadine make you sleepy?",
  "my ears keep ringing after a concert, why",
  "What is the difference between a cold and flu?",
  "How is a detached retina repaired?",
  "what are shingles and who gets them",
  "Which drugs are used for epilepsy?",
  "How do I treat a burn from boiling water?",
  "Is whooping cough dangerous for babies?",
  "What is carpal tunnel syndrome?",
  "¿Cómo se trata la neumonía?",
  "¿Qué causa el glaucoma?",
];

/** Names nobody gave to anything, asked about as real ones are. */
export const MADE_UP: readonly string[] = [
  "What does fendrolazine do?",
  "side effects of mavistrel",
  "Is corvexamide safe?",
  "How does treplinor work in the body?",
  "what is Aldwick-Moran syndrome",
  "symptoms of pellucid gravemia",
  "how long do I take zubrinol",
  "Can bistrovane lower blood pressure?",
  "is vorlemia inherited",
  "¿Para qué sirve la drexolina?",
];

/** Nothing to do with health. */
export const EVERYDAY: readonly string[] = [
  "What is the tallest mountain in Africa?",
  "How do I cook rice without burning it?",
  "who wrote this famous novel about a whale",
  "how to fix a leaking kitchen tap",
  "write a song about my cat",
  "will it rain in London on Sunday",
  "which phone has the best camera",
  "when does the next train to Chicago leave",
  "explain how a car engine works",
  "translate good morning into Japanese",
  "how do I file my taxes online",
  "¿Quién ganó el partido anoche?",
];

/** Names that stand in for a topic of the index in {@link MADE_UP}-like near misses. */
export const MADE_UP_NAMES: readonly string[] = [
  "zubrinol",
  "mavistrel",
  "fendrolazine",
  "gravemia",
  "corvexamide",
  "treplinor",
];

/** What no leaflet says; $ is a topic of the index. */
export const FOREIGN_ASPECTS: readonly string[] = [
  "who owns the company that makes $",
  "can my parrot catch $",
  "does $ change the taste of oranges",
  "how much does $ cost in Norway",
  "is $ mentioned in old poems",
  "can I take $ on an airplane to Japan",
  "does $ affect learning the violin",
  "which museum shows the history of $",
];
