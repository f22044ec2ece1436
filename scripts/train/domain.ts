/** Words of testosterone care enter training here, each with what it means in our own plain words, because the general data hardly has them. */

/** Names for one thing, separated by |, then what it is. No doses. */
const ENTRIES: readonly (readonly [string, string])[] = [
  [
    "TRT|testosterone replacement therapy|testosterone therapy|T therapy",
    "treatment that gives testosterone from outside the body to a man whose testes make too little",
  ],
  [
    "low T|low testosterone|testosterone deficiency|hypogonadism",
    "symptoms such as low sex drive and tiredness together with low morning testosterone levels on repeated blood tests",
  ],
  [
    "HPG axis|hypothalamic pituitary gonadal axis|hormone feedback loop",
    "the chain of signals from hypothalamus to pituitary gland to testes that controls testosterone and sperm",
  ],
  [
    "GnRH|gonadotropin releasing hormone",
    "a signal the hypothalamus sends in pulses so that the pituitary gland releases LH and FSH",
  ],
  [
    "LH|luteinizing hormone|luteinising hormone",
    "a pituitary hormone that tells the Leydig cells in the testes to make testosterone",
  ],
  [
    "FSH|follicle stimulating hormone",
    "a pituitary hormone that with testosterone supports the Sertoli cells and the making of sperm",
  ],
  [
    "Leydig cells|interstitial cells",
    "cells in the testicles that make testosterone when LH reaches them",
  ],
  ["Sertoli cells|nurse cells", "cells in the testicles that feed and support developing sperm"],
  [
    "spermatogenesis|sperm production|making sperm",
    "how the testes form sperm, which takes about two to three months and needs FSH and testosterone in the testes",
  ],
  [
    "intratesticular testosterone|testosterone inside the testis",
    "the very high amount of testosterone within the testicle that sperm need, far above the level in blood",
  ],
  [
    "azoospermia|no sperm|zero sperm count",
    "no sperm at all in the semen, which can happen during testosterone treatment",
  ],
  [
    "oligospermia|low sperm count",
    "fewer sperm in the semen than usual, a common cause of male infertility",
  ],
  [
    "semen analysis|sperm test|sperm count",
    "a laboratory test that counts sperm and looks at how they move and their shape",
  ],
  [
    "male infertility|fertility in men|getting partner pregnant|having kids",
    "trouble fathering a child, sometimes because testosterone treatment shut down sperm production",
  ],
  [
    "suppression|shutdown|shut down",
    "outside testosterone lowers LH and FSH so the testes make less testosterone and fewer sperm",
  ],
  [
    "testicular atrophy|shrinking testicles|balls shrinking|smaller testes",
    "testicles get smaller during testosterone treatment since they are no longer told to work",
  ],
  [
    "coming off TRT|stopping testosterone|quitting testosterone|going off T",
    "what happens after treatment ends: tiredness, low mood and low sex drive until the body's own hormones return",
  ],
  [
    "recovery|restart|HPTA restart|natural production coming back",
    "the return of the body's own LH, FSH, testosterone and sperm after treatment stops, over months to a year or more",
  ],
  [
    "PCT|post cycle therapy|post-cycle",
    "medicines people take after anabolic steroids to restart hormones; the evidence is thin",
  ],
  [
    "hCG|human chorionic gonadotropin|Pregnyl|Novarel",
    "an injected hormone that acts like LH on the testes and keeps them making testosterone",
  ],
  [
    "gonadorelin|Factrel",
    "a copy of GnRH that works only in pulses; steady exposure suppresses the pituitary",
  ],
  [
    "clomiphene|clomifene|Clomid|Serophene",
    "a pill approved for ovulation and used off label in men; it blocks estrogen signals so LH, FSH and testosterone rise",
  ],
  [
    "enclomiphene|Androxal",
    "one half of clomiphene that blocks estrogen signals in the brain; it has no approved product",
  ],
  [
    "tamoxifen|Nolvadex|nolva",
    "a breast cancer medicine that blocks estrogen receptors, used off label in men for breast swelling or hormone recovery",
  ],
  [
    "SERM|selective estrogen receptor modulator",
    "a medicine such as clomiphene or tamoxifen that blocks estrogen in some tissues and acts like it in others",
  ],
  [
    "anastrozole|Arimidex|adex",
    "an aromatase inhibitor pill for breast cancer that lowers estrogen, used off label in men",
  ],
  [
    "letrozole|Femara|exemestane|Aromasin",
    "aromatase inhibitor medicines that stop the body turning testosterone into estrogen",
  ],
  [
    "aromatase inhibitor|AI medicine|estrogen blocker",
    "a medicine that lowers estrogen by blocking the enzyme that makes it from testosterone",
  ],
  [
    "aromatase|CYP19A1|aromatization",
    "the enzyme in fat and other tissue that turns testosterone into estradiol",
  ],
  [
    "estradiol|E2|estrogen in men",
    "the main estrogen; men need some for bones, joints, mood and sex drive",
  ],
  [
    "low estrogen|crashed E2|crashed estrogen",
    "too little estrogen harms bone, joints, cholesterol and mood",
  ],
  [
    "gynecomastia|gyno|man boobs|breast growth in men",
    "breast tissue growing in men when estrogen is high compared with testosterone",
  ],
  [
    "hematocrit|haematocrit|thick blood|polycythemia|erythrocytosis",
    "the share of blood made of red cells; testosterone can raise it and increase the risk of clots",
  ],
  [
    "PSA|prostate specific antigen",
    "a blood test for the prostate that is followed during testosterone treatment",
  ],
  [
    "SHBG|sex hormone binding globulin",
    "a protein in blood that holds testosterone and so changes total and free levels",
  ],
  [
    "free testosterone|bioavailable testosterone",
    "the part of testosterone in blood that is not held by proteins and can act on tissue",
  ],
  [
    "total testosterone|testosterone level|testosterone blood test",
    "a morning blood test, done twice, that measures all testosterone in blood",
  ],
  [
    "testosterone cypionate|testosterone enanthate|test cyp|T shots",
    "long-acting injected forms of testosterone",
  ],
  [
    "testosterone undecanoate|Aveed|Jatenzo",
    "testosterone as a very long-acting injection or as a capsule",
  ],
  [
    "testosterone gel|AndroGel|Testim|T gel",
    "testosterone put on the skin every day; it can rub off on children or partners",
  ],
  [
    "testosterone pellets|Testopel|testosterone patch|Androderm",
    "testosterone released slowly from under the skin or through the skin",
  ],
  [
    "DHT|dihydrotestosterone|finasteride",
    "a strong form of testosterone that acts on prostate and hair; finasteride blocks its making",
  ],
  [
    "libido|sex drive|interest in sex|horny",
    "desire for sex, which often falls when testosterone is low",
  ],
  [
    "erectile dysfunction|ED|impotence|can't get hard|trouble getting it up",
    "trouble getting or keeping an erection",
  ],
  [
    "priapism|erection that will not go away",
    "an erection lasting hours without stimulation, which is an emergency",
  ],
  [
    "testicular torsion|twisted testicle",
    "a testicle that twists and loses its blood supply with sudden severe pain, an emergency",
  ],
  [
    "blood clot|DVT|deep vein thrombosis|pulmonary embolism",
    "a clot in a leg vein or the lungs with swelling, chest pain or shortness of breath",
  ],
  [
    "sleep apnea|sleep apnoea|stop breathing at night|snoring",
    "pauses in breathing during sleep, which testosterone may make worse",
  ],
  [
    "Kallmann syndrome|congenital hypogonadotropic hypogonadism",
    "a condition people are born with in which GnRH is missing and puberty does not come",
  ],
  [
    "primary hypogonadism|testicular failure|Klinefelter",
    "the testes themselves cannot make enough testosterone, so LH and FSH are high",
  ],
  [
    "secondary hypogonadism|central hypogonadism",
    "the pituitary or hypothalamus sends too little signal, so LH and FSH are low or normal",
  ],
  [
    "prolactin|prolactinoma",
    "a pituitary hormone that when too high lowers testosterone and sex drive",
  ],
  [
    "anabolic steroids|AAS|gear|juice|steroid cycle",
    "testosterone-like drugs taken to build muscle, which shut down natural hormones",
  ],
  ["off label|off-label use", "using an approved medicine for something it was not approved for"],
  [
    "varicocele|swollen veins in scrotum",
    "enlarged veins in the scrotum that can lower sperm quality",
  ],
  [
    "bone density|osteoporosis in men|DXA scan",
    "how strong bones are; low testosterone and low estrogen weaken them",
  ],
  [
    "hot flashes|hot flushes|night sweats",
    "sudden waves of heat that can come when sex hormones fall",
  ],
  [
    "brain fog|poor concentration|can't focus",
    "trouble thinking clearly, sometimes reported with low testosterone",
  ],
  [
    "mood swings|irritability|roid rage|depressed",
    "changes in mood that can come with low or changing hormone levels",
  ],
  [
    "endocrinologist|hormone doctor|urologist|fertility doctor",
    "specialists who look after hormone problems, urine and sex organs, or fertility",
  ],
  [
    "StAR|steroidogenesis|CYP11A1|HSD17B3",
    "the steps and enzymes by which cells turn cholesterol into testosterone",
  ],
  [
    "sperm banking|freezing sperm|cryopreservation",
    "storing sperm before treatment that may harm fertility",
  ],
  [
    "TRAVERSE|heart risk of testosterone|cardiovascular safety",
    "a large trial of testosterone gel and heart attacks, strokes, irregular heartbeat and clots",
  ],
];

export interface DomainEntry {
  names: string[];
  meaning: string;
}

export const DOMAIN: readonly DomainEntry[] = ENTRIES.map(([names, meaning]) => ({
  names: names.split("|"),
  meaning,
}));
