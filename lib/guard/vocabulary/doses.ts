/** The words an amount of a medicine is made of, and the words that make a number something else; English and Spanish, folded. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const NUMBER_WORDS = set(`
  half quarter third one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million couple few several dozen
  medio media un una uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis veinte veinticinco treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos doscientas trescientos quinientos quinientas mil`);

/** Words that join two numbers into one or a range. */
export const SMALL_NUMBER_GLUE = set("and to or - – — y a o hasta / x by");

export const UNITS = set(`
  mg mgs mcg mcgs ug ugs g gm gms gram grams gramme grammes milligram milligrams milligramme milligrammes microgram micrograms iu ius ui unit units ml mls cc ccs milliliter milliliters millilitre millilitres
  miligramo miligramos microgramo microgramos gramo gramos unidad unidades mililitro mililitros milligramm mikrogramm milligrammi microgrammi miligramas microgramas miligrama micrograma мг мкг мл миллиграмм 毫克 微克 毫升 ملغ ملغم مجم teaspoon teaspoons tsp tablespoon tablespoons tbsp spoonful spoonfuls cucharada cucharadas cucharadita cucharaditas`);
export const VOLUMES = set(
  "ml mls cc ccs milliliter milliliters millilitre millilitres mililitro mililitros",
);

export const FORMS = set(`
  tablet tablets tab tabs pill pills capsule capsules caps caplet caplets pump pumps patch patches puff puffs drop drops injection injections shot shots click clicks spray sprays vial vials ampoule ampoules ampule ampules pellet pellets sachet sachets packet packets lozenge lozenges suppository suppositories dose doses gummy gummies syringe syringes inhalation inhalations scoop scoops squirt squirts capful capfuls dropper droppers dropperful dropperfuls spoon spoons teaspoonful tablespoonful
  comprimido comprimidos pastilla pastillas tableta tabletas pildora pildoras capsula capsulas gota gotas parche parches inyeccion inyecciones ampolla ampollas ampolleta ampolletas sobre sobres dosis inhalacion inhalaciones disparo disparos pulverizacion pulverizaciones supositorio supositorios vial viales jeringa jeringas pulsacion pulsaciones bombeo bombeos
  tablette tabletten tropfen kapsel kapseln comprime comprimes gouttes gelule gelules compresse gocce таблетка таблетки таблеток капли капель капсулы 片 粒 滴`);
export const SINGULAR_FORMS = set(
  "tablet tab pill capsule caplet pump patch puff drop injection shot click spray vial ampoule pellet sachet packet lozenge suppository dose gummy syringe inhalation scoop capful dropper dropperful spoonful teaspoon tablespoon teaspoonful tablespoonful cucharada cucharadita comprimido pastilla tableta pildora capsula gota parche inyeccion ampolla sobre",
);
export const DOSE_WORDS = set(
  "dose doses shot shots injection injections dosis inyeccion inyecciones",
);
/** A spoon of one of these is an amount of a medicine; of oil or honey it is food. */
export const LIQUIDS = set(
  "syrup suspension linctus elixir antacid medicine mixture solution laxative jarabe medicina solucion antiacido laxante",
);
export const SPOONS = set(
  "teaspoon tablespoon tsp tbsp spoonful teaspoonful tablespoonful spoon cucharada cucharadita",
);
export const COUNTED_AFTER = set(
  "site sites form forms type types brand brands option options study studies trial trials group groups method methods technique techniques visit visits company companies maker makers per counter bottle bottles box boxes formulation formulations product products device devices levels level size sizes user users test tests reaction reactions in",
);

export const INTAKE = set(`
  take takes taking taken took inject injects injecting injected swallow swallows swallowed apply applies applying applied dose dosed dosing administer administered prescribe prescribed prescribes given give gives use uses used start starts started medicine medicines medication medications medicamento medicamentos medicina tablet tablets pill pills capsule capsules injection injections
  tome toma tomar tomarse tomando tomarla tomarlo tomado tomen inyecte inyectar inyectarse inyecta aplique aplicar aplica aplicarse use usar usa administre administrar administra dosifica receta recetan pastilla pastillas tableta tabletas comprimido comprimidos capsula capsulas inyeccion inyecciones`);

export const FREQUENCY_ADVERBS = set(
  "daily weekly monthly nightly hourly diario diaria diariamente semanal semanalmente",
);
export const PERIODS = set(
  "day days daily week weeks weekly month months hour hours hr hrs night nights morning mornings evening dia dias semana semanas mes meses hora horas noche noches manana",
);
export const DAY_PARTS = set("checkup checkups visit visits appointment exam screening");

/** What stands under the line of a concentration. */
export const LAB_AFTER = set(
  "dl l ml liter litre liters litres deciliter decilitre milliliter millilitre litro decilitro mililitro mmol mol mm ul ejaculate hpf field cell cells minute min",
);
/** Food, not medicine. */
export const NUTRIENTS = set(
  "sodium salt sugar sugars carbohydrate carbohydrates carbs protein fiber fibre fat cholesterol alcohol caffeine sodio sal azucar carbohidratos proteina proteinas fibra grasa grasas colesterol alcohol cafeina creatinine",
);
export const VOLUME_CONTEXT = set(
  "semen ejaculate volume urine blood testicle testicles testis testes testicular sample bladder prostate size ovary follicle eyaculado volumen orina sangre testiculo testiculos muestra vejiga prostata tamano cup plasma fluid breath stroke residual water",
);
export const WEIGHT_CONTEXT = set(
  "weigh weighs weight weighed prostate birth tissue heavy pesa peso nacimiento tejido body baby fetus stool hemoglobin hemoglobina urine orina removed gland",
);
export const LAB_CONTEXT = set(
  "level levels value values result results range ranges threshold cutoff reading readings urine serum plasma nivel niveles valor valores resultado resultados rango umbral orina suero excretion normal reference referencia fasting glucose glucosa cholesterol colesterol ldl hdl triglycerides trigliceridos",
);
export const MEASURED_OBJECTS = set(
  "temperature pressure pulse reading readings test tests tested sample samples blood weight measurement measurements walk walks break breaks bath baths shower steps time place care part deep breaths class classes nap note notes picture pictures check checks measured checked exercise temperatura presion pulso muestra muestras sangre peso medida medidas prueba pruebas lugar tiempo bano siesta",
);
export const APPLIANCES = set(
  "condom condoms sunscreen machine device computer toothbrush floss cane walker toilet bathroom phone soap moisturizer protector condon hilo bano telefono jabon",
);
export const VACCINE = set(
  "vaccine vaccines vaccinated vaccination immunization immunisation booster boosters vacuna vacunas vacunacion refuerzo immunized series",
);
