/** Who a message is about: the writer, somebody close, or a case with an age; English and Spanish. */
import type { Vocabulary } from "../match/lexicon";

export const PEOPLE: Vocabulary = {
  "self-subject": `
    i, im, ive, id, ill, am, we, were both, weve, yo, tengo, estoy, soy, tomo, tome, tomaba, puedo, debo, deberia, podria yo, necesito, quiero, quisiera,
    me siento, me duele*, me dio, me dieron, me da, me salio, me salen, he tomado, he tenido, he estado, llevo, siento, uso, sufro, padezco, tuve, empece, deje, tenia, me han, me recet*, me diagnosti*, me pusieron, me toca, me inyecto, me puse, me pongo`,
  "self-owner": `my, me, mine, myself, our, us, mi, mis, conmigo, nuestro, nuestra, mio, mia`,
  self: `<self-subject>, <self-owner>`,
  child: `
    baby, babies, newborn, infant, toddler, child, children, kid, kids, kiddo, son, sons, daughter, daughters, grandson, granddaughter, grandchild, grandkid, lo, little (one|boy|girl), teenage (son|daughter),
    niece, nephew, bebe, nino, nina, ninos, ninas, hijo, hija, hijos, hijas, hijito, hijita, nieto, nieta, sobrino, sobrina, recien nacido, chiquito, chiquita, peque, nene, nena`,
  relative: `
    wife, husband, hubby, spouse, partner, boyfriend, girlfriend, bf, gf, fiance*, mom, mum, mother, dad, father, papa, parents, brother, sister, sis, bro, grandma, grandmother, granny, grandpa, grandfather, nana,
    aunt, uncle, cousin, friend, friends, roommate, neighbor, neighbour, coworker, colleague, boss, mil, fil, inlaw, buddy, mate, dh,
    esposa, esposo, marido, mujer, pareja, novio, novia, mama, madre, padre, hermano, hermana, abuela, abuelo, tia, tio, prima, primo, amigo, amiga, suegra, suegro, vecino, vecina, companero, companera, cunado, cunada`,
  "someone-present": `(a|this|the) (man|woman|guy|lady|person|girl|boy|stranger) (here|next to|in front|just|is|who is|who has|at my), someone (here|just|collapsed|is), somebody (here|just|is), un (hombre|senor|muchacho) aqui, alguien aqui`,
  owned: `(my|our|her|his|their|mi|mis|nuestr*|su|sus) ~2 (<child>|<relative>|patient|client|<body>), (the|el|la|los|las|a|una) (<child>) (is|was|has|wont|esta|tiene|no)`,
  pronoun: `he, she, hes, shes, hed, shed, him, her, his, hers, they, theyre, them, their, el tiene, ella, le duele, le dio, le salio, le dieron, lo veo, la veo`,
  other: `my ~2 (<child>|<relative>), (mi|mis|nuestr*) ~1 (<child>|<relative>), <someone-present>, he, she, hes, shes, him, ella, le (duele|dio|salio|dieron|cuesta|falta|pico|mordio)`,
  case: `
    (a|an|un|una) # (year|yr|years) old, # (year|yr|years) old (man|woman|male|female|boy|girl|patient|guy|lady|m|f|who|with), (man|woman|male|female|patient) aged? #, (hombre|mujer|paciente|varon|nino|nina|joven) de # anos, # (yo|y) (m|f|male|female|man|woman), # m, # f`,
  "own-age": `(im|i am|am|aged|age|tengo|iam|i) a? # (years|year|yr|y|anos|yo|m|f|and|male|female)?, # (year|years|yr|yo|y) (old|o)?, tengo # anos, de # anos, soy (hombre|mujer|un|una), im a (man|woman|male|female|guy|girl|teen*|student|diabetic)`,
  "young-self": `
    (im|i am|am|tengo|i|iam|age|soy) (only|just|solo|de|turning|almost|a)? (8|9|10|11|12|13|14|15|16|17) (years|year|yr|yo|y|anos|f|m|and|male|female|boy|girl|$), (12|13|14|15|16|17) (year|yr|years) old (here|boy|girl|male|female|myself)? ~1 (i|im|me), im a (minor|teen|teenager|freshman|sophomore), i am a (minor|teen|teenager), soy (menor de edad|adolescente|menor),
    (without|behind) my (parents|mom|mum|dad|mother) (knowing|finding|back), my (parents|mom|mum|dad|mother) (dont|doesnt|wont|cant) (know|find), sin que (mis padres|mi mama|mi papa) (se enteren|sepan|se entere|sepa), mis padres no (saben|sepan), i (m|am) in (high|middle) school, (im|i am|i m) ~1 in (6th|7th|8th|9th|10th|11th|sixth|seventh|eighth|ninth|tenth|eleventh) grade`,
  "child-age": `
    (#|one|two|three|four|five|six|seven|eight|nine|ten|un|dos|tres|cuatro|cinco|seis) (month|months|week|weeks|day|days|mo|meses|mes|semanas|dias) (old|de edad|de nacid*), # (year|yr|years|yo|y) (old|o)? (boy|girl|son|daughter|child|kid|nephew|niece|grandson|granddaughter|brother|sister)`,
  // An age says "old" or "de": "for three years" and "every ten days" are times, not children.
  "kid-years": `(1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen) (year|years|yr|yrs|y) (old|olds|o), (1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen) yo, (de|tiene|cumplio) ~1 (1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (anos|anitos|ano), (#|one|two|three|four|five|six|un|dos|tres) (month|months|week|weeks|mo|meses|mes|semanas|dias) (old|de edad|de nacid*), (de|tiene) (#|un|dos|tres|cuatro|cinco|seis) (meses|mes|semanas)`,
};
