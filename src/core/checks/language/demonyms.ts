/** Adjectives and peoples of states, by the name of the state in small letters: `Vietnamese troops` are Viet Nam’s. */
const TABLE = 'afghanistan:afghan,afghans;albania:albanian,albanians;algeria:algerian,algerians;angola:angolan,angolans;argentina:argentine,argentinian;armenia:armenian,armenians;australia:australian,australians;'
  + 'austria:austrian,austrians;azerbaijan:azerbaijani,azeri;bangladesh:bangladeshi;belarus:belarusian;belgium:belgian,belgians;bolivia:bolivian;bosnia-herzegovina:bosnian,bosnians;bosnia and herzegovina:bosnian,bosnians;'
  + 'brazil:brazilian,brazilians;brunei:bruneian;bulgaria:bulgarian,bulgarians;burma:burmese;myanmar:burmese;burundi:burundian;cambodia:cambodian,cambodians,kampuchean;cameroon:cameroonian;canada:canadian,canadians;'
  + 'chad:chadian;chile:chilean,chileans;china:chinese;colombia:colombian,colombians;congo:congolese;costa rica:costa rican;croatia:croatian,croat,croats;cuba:cuban,cubans;cyprus:cypriot,cypriots;czechoslovakia:czechoslovak;'
  + 'denmark:danish,danes;ecuador:ecuadorian;egypt:egyptian,egyptians;el salvador:salvadoran,salvadorans;eritrea:eritrean;estonia:estonian;ethiopia:ethiopian,ethiopians;finland:finnish,finns;france:french;gambia:gambian;'
  + 'georgia:georgian,georgians;germany:german,germans;east germany:east german;west germany:west german;ghana:ghanaian;greece:greek,greeks;guatemala:guatemalan,guatemalans;guinea:guinean;haiti:haitian,haitians;'
  + 'honduras:honduran;hungary:hungarian,hungarians;iceland:icelandic;india:indian,indians;indonesia:indonesian,indonesians;iran:iranian,iranians;iraq:iraqi,iraqis;ireland:irish;israel:israeli,israelis;italy:italian,italians;'
  + 'japan:japanese;jordan:jordanian;kazakhstan:kazakh;kenya:kenyan,kenyans;korea:korean,koreans;south korea:south korean;north korea:north korean;kosovo:kosovar;kuwait:kuwaiti;laos:lao,laotian,laotians;latvia:latvian;'
  + 'lebanon:lebanese;liberia:liberian;libya:libyan,libyans;lithuania:lithuanian;malaysia:malaysian,malaysians;mali:malian;mexico:mexican,mexicans;moldova:moldovan;mongolia:mongolian;morocco:moroccan;mozambique:mozambican;'
  + 'namibia:namibian;nepal:nepali,nepalese;netherlands:dutch;new zealand:new zealand;nicaragua:nicaraguan;niger:nigerien;nigeria:nigerian,nigerians;norway:norwegian,norwegians;pakistan:pakistani,pakistanis;'
  + 'palestine:palestinian,palestinians;panama:panamanian;papua new guinea:papuan;paraguay:paraguayan;peru:peruvian;philippines:philippine,filipino,filipinos;poland:polish,poles;portugal:portuguese;qatar:qatari;'
  + 'romania:romanian,romanians;russia:russian,russians;rwanda:rwandan,rwandans;saudi arabia:saudi,saudis;senegal:senegalese;serbia:serbian,serb,serbs;sierra leone:sierra leonean;singapore:singaporean,singaporeans;'
  + 'somalia:somali;south africa:south african;south sudan:south sudanese;soviet union:soviet,soviets;spain:spanish;sri lanka:sri lankan;sudan:sudanese;sweden:swedish,swedes;switzerland:swiss;syria:syrian,syrians;'
  + 'taiwan:taiwanese;tajikistan:tajik;tanzania:tanzanian;thailand:thai,thais;timor-leste:timorese;tunisia:tunisian;turkey:turkish,turks;uganda:ugandan;ukraine:ukrainian,ukrainians;united kingdom:british;'
  + 'united states:american,americans;uruguay:uruguayan;uzbekistan:uzbek;venezuela:venezuelan;viet nam:vietnamese;vietnam:vietnamese;north viet nam:north vietnamese;yemen:yemeni,yemenis;yugoslavia:yugoslav,yugoslavs;'
  + 'zaire:zairean;zambia:zambian;zimbabwe:zimbabwean';

const byState = new Map(TABLE.split(';').map(row => {
  const [state, words] = row.split(':') as [string, string];
  return [state, words.split(',')];
}));

/** `vietnamese` for `Viet Nam`; nothing for what is no state. */
export function demonymsOf(name: string): readonly string[] {
  return byState.get(name.toLowerCase().replace(/^the /, '')) ?? [];
}
