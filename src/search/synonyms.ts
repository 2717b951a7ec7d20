/**
 * What people call the same thing, one group a line, Dutch and after the semicolon English: who looks for one finds
 * all. Several words together are found in that order. Words that are alike only in part do not belong in one group.
 */
export const SYNONYMS = `
  wmo, wet maatschappelijke ondersteuning, maatschappelijke ondersteuning ; social support act
  jeugdwet, jeugdzorg, jeugdhulp ; youth act, youth care
  participatiewet, bijstand, bijstandsuitkering, sociale dienst ; social assistance, participation act
  wlz, wet langdurige zorg, langdurige zorg ; long-term care act
  ggz, geestelijke gezondheidszorg, psychische hulp ; mental health care
  pgb, persoonsgebonden budget ; personal budget
  wsnp, wet schuldsanering natuurlijke personen, schuldsanering
  wgs, wet gemeentelijke schuldhulpverlening
  ggd, gemeentelijke gezondheidsdienst
  cjg, centrum voor jeugd en gezin
  jgz, jeugdgezondheidszorg, consultatiebureau
  poh, praktijkondersteuner
  awbz, algemene wet bijzondere ziektekosten
  uwv, uitvoeringsinstituut werknemersverzekeringen
  azc, asielzoekerscentrum
  nt2, nederlands als tweede taal, taalles
  po, primair onderwijs, basisschool, basisonderwijs
  vo, voortgezet onderwijs, middelbare school
  vso, speciaal onderwijs
  woo, wet open overheid
  avg, algemene verordening gegevensbescherming, privacy ; gdpr
  vog, verklaring omtrent gedrag
  ocmw, openbaar centrum voor maatschappelijk welzijn
  hbh, huishoudelijke hulp, huishoudelijke ondersteuning, hulp in de huishouding, hulp bij het huishouden, thuishulp ; household help
  wijkteam, sociaal team, buurtteam, sociaal wijkteam, gebiedsteam ; neighbourhood team, neighborhood team
  inwoner, burger, bewoner ; resident, citizen
  mantelzorg, mantelzorger ; informal care, informal carer, informal caregiver
  respijtzorg, vervangende zorg, logeeropvang ; respite care
  vrijwilliger ; volunteer
  vrijwilligerswerk ; volunteering, volunteer work
  clientondersteuner, clientondersteuning, onafhankelijke clientondersteuning ; client support
  keukentafelgesprek ; kitchen table talk
  buurthuis, wijkcentrum, dorpshuis, wijkgebouw, buurtcentrum, ontmoetingscentrum, huis van de buurt ; community centre, community center
  dorpsraad, wijkraad ; village council
  dagbesteding, dagactiviteit, dagopvang ; day care, daytime activities
  schuldhulpverlening, schuldhulp, hulp bij schulden, schuldhulpmaatje, budgetcoach ; debt counselling, debt help
  schuld ; debt
  armoede, minima, geldzorgen ; poverty
  bestaanszekerheid ; livelihood security
  eenzaamheid, alleen voelen, sociaal isolement ; loneliness
  oudere, senior, bejaarde, 65-plusser ; elderly, older people, older person
  jongere, jeugd, tiener, puber ; youth, young people
  kind ; child, children
  ouder ; parent
  statushouder, vergunninghouder, nieuwkomer ; status holder, newcomer
  vluchteling, asielzoeker ; refugee, asylum seeker
  inburgering ; civic integration
  laaggeletterdheid, laaggeletterd, moeite met lezen ; low literacy
  lichte verstandelijke beperking, lvb, licht verstandelijk beperkt
  handicap, gehandicapt ; disability
  dementie, alzheimer ; dementia, alzheimer
  dakloos, thuisloos, dakloze, thuisloze, zwerver ; homeless
  verslaving, verslaafd ; addiction
  huiselijk geweld, veilig thuis, kindermishandeling ; domestic violence
  vervoer, mobiliteit ; transport
  deeltaxi, regiotaxi, wmo-vervoer, wmo-taxi
  wensbus, belbus, buurtbus
  scootmobiel ; mobility scooter
  rolstoel ; wheelchair
  woningaanpassing, traplift ; home adaptation
  eigen bijdrage, abonnementstarief ; own contribution
  loket, balie ; service desk
  aanvraag ; application
  beschikking, besluit ; decision
  bezwaar ; objection
  regel, regelgeving, voorschrift ; rule
  verordening ; ordinance
  maatwerk ; customised solution
  algemene voorziening, basisvoorziening, sociale basis ; social infrastructure
  zelfredzaamheid, zelfredzaam ; self-reliance
  eigen kracht ; own strength
  zelfregie, eigen regie ; self-direction
  zelfbeheer, bewonersbeheer, in eigen beheer ; run by residents
  burgertop, g1000, burgerberaad, burgerforum ; citizens summit, citizens assembly
  participatie, inspraak, meedenken, meepraten ; participation
  praktijkvoorbeeld, goed voorbeeld ; practice example
  richtlijn, vuistregel ; guideline
  taai vraagstuk ; wicked problem, tough issue
  afweging ; trade-off
  intervisie ; peer consultation
  leervraag ; learning question
  dilemma, tweestrijd
  belofte, toezegging ; pledge
  afspraak ; agreement
  experiment, proef, pilot, proeftuin ; try-out
  loslaten ; letting go
  gedrag ; behaviour, behavior
  houding ; attitude
  gemeente ; municipality
  wethouder ; alderman
  gemeenteraad ; council
  ambtenaar, beleidsmedewerker ; civil servant
  huisarts, dokter ; general practitioner
  wijkverpleegkundige, wijkverpleging, wijkzuster ; district nurse
  thuiszorg ; home care
  ervaringsdeskundige ; expert by experience
  zorg ; care
  hulp, help, ondersteuning ; help, support
  wonen, huisvesting ; housing
  werkloos, werkzoekende, baanloos ; unemployed
  beschut werk, sociale werkplaats, sociale werkvoorziening, wsw ; sheltered work
  eettafel, eetgroep, samen eten ; dinner together
  voedselbank ; food bank
  bibliotheek, bieb ; library
  moestuin, buurttuin, volkstuin ; community garden
  sport, bewegen, sporten ; exercise
  gezond, gezondheid ; health
  geluk, gelukkig ; happiness
  vertrouwen ; trust
  veilig, veiligheid ; safety
  wachttijd, wachtlijst ; waiting list, waiting time
  fraude ; fraud
  subsidie ; grant
  landbouwer, boer, agrarier ; farmer
`;
