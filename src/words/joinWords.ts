/** Short friendly words from outside and from home, easy to say across a hall and to type on a phone. */
export const JOIN_WORDS: readonly string[] = `
  aarde akker anijs appel avond banaan bank beek beker berg berk bes beuk bever blad bloem bloesem boom boon bord borstel bos braam brem brood brug
  brem buis buurt citroen dadel dak dal das deeg deken deksel deur dille distel dorp douche draad druif duif duin eekhoorn eend eik eiland emmer
  ezel fiets fluit fontein framboos gang gans garen geit gember gerst gieter gordijn gras grot haag haan haas hagel hal hamer hark haven haver hazelaar
  heide hei helm hert heuvel hooi horizon hout huis hut iep iris jas kaars kachel kade kamer kamille kano kapstok kast kastanje kelder ketel kers
  kersen kiezel kikker kip klaver klei klimop klok knoop koe koek koffer kom konijn koning korenbloem korf kraan kraai krent krijt kruid kruik kubus
  kuiken kussen kust laan lade laars ladder lam lamp lantaarn larix laurier lavendel leem lente lepel lelie libel lijster linde lucht maan maas mand
  mees meer meeuw merel mier mist moestuin molen mos mug muis munt muur narcis nest nevel noot oever olijf olm ooievaar orchis oven paard pad
  pan paprika parel parasol peer pen peper perzik pijnboom plank plant plas plein poort pot prei pruim radijs raam reiger ree regen riet rijst
  rivier roos rog rots rozijn salie schaap schelp schuur sering slak sla sleutel sloot sneeuw specht spar spiegel spin spreeuw stal ster stoel
  stoep straat strand stroom struik suiker tafel tak tapijt tarwe tegel tent thee thijm tijm toren trap trein trui tulp tuin uil vaas valk varen
  veen veer veld venkel venster vijg vijver vink viool vis vlas vlier vlinder vloer voetpad vogel vos vuurtoren wad walnoot wand weg wei weide
  wilg wind winter woud zaad zalm zand zee zebra zeil zoen zolder zomer zon zwaan zwaluw
`
  .trim()
  .split(/\s+/)
  .filter((word, index, all) => all.indexOf(word) === index);
