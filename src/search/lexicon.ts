/**
 * The parts of which words of the social domain are made: *mantelzorgwoning*, *buurthuis*, *schuldhulpverlening*. A
 * word that stands here itself is not taken apart: a *ziekenhuis* is not found by who looks for a *huis*.
 */
export const WORD_PARTS: ReadonlySet<string> = listed(`
  aandacht aanpak aanvraag academie activiteit administratie adres advies adviseur afspraak afstand ambtenaar analyse angst apotheek
  arbeid armoede arts asiel avond baan balie bank basis bedrijf begeleider begeleiding begroting behandeling beheer behoefte belang
  beleid belasting belofte beperking beraad beroep bescherming beschikking besluit besteding bestuur bestuurder bewegen beweging bewind bewoner
  bezoek bezwaar bibliotheek bijdrage bijeenkomst bijstand blijver boer boerderij bouw brief bron budget bureau burger buurman buurt
  campagne capaciteit centrum client coach college commissie consulent contact controle cultuur cursus dakloze deel deelname deelnemer
  dementie dienst dieet diner doel dorp dossier draagvlak drank drempel drug eenzaamheid eigenaar ervaring familie feest fiets film
  fonds formulier forum functie gast gebied gebouw gebruik gebruiker gedrag gehandicapte geld geluk gemeente gemeenschap generatie
  genoot gesprek gezin gezondheid gids groei groen groep handhaving handicap helper hond houding huis huishouden huishoudelijke
  huisvesting hulp huur huurder indicatie informatie initiatief inkomen inkoop inloop innovatie inspraak instelling integratie inwoner
  inzet jeugd jongere jongeren kaart kamer kans kantoor keten keuken keuze kerk kern kind klacht klant klimaat koffie komst koor korting
  kosten kracht kring kunst kwaliteit last leefbaarheid leefwereld leerling leer leraar leven levens lezer lijn lijst loket loting
  maaltijd maand maatje maatregel maatwerk manager mandaat mantel medewerker medicijn meld melding methode middag middel migrant
  mobiliteit moeder moment museum muziek naaste netwerk nood oefening omgeving onderhoud ondernemer onderneming onderwijs onderzoek
  ondersteuning ontbijt ontmoeting ontwikkeling oogst oorlog opbouw opgave oplossing opleiding opvang opvoeding ouder ouderen overlast
  overleg pand park participatie partij partner persoon plaats plan platform plein plek pleeg politie praat praktijk preventie prijs
  probleem proces professional programma project psychiatrie punt raad recht regel regeling regie regio reis rekening respijt
  revalidatie rolstoel route ruimte samenleving samenwerking school schoonmaak schuld senioren situatie sleutel soep speel spel
  spoed sport spreekuur stad statushouder steun stichting stoel straat student subsidie taak taal tafel taxi team tegemoetkoming tekort
  terrein therapie thema thuis tijd toegang toekomst toelage toerisme toeslag toezicht tolk toneel traject training transformatie
  tuin uitkering uitvoering urgentie vaardigheid vader vakantie vangnet veiligheid vereniging verhaal verhuizing verkeer verlening
  verlies verlof verordening verpleging verslag verslaving vervoer verzekering verzorger verzorging vluchteling voedsel voeding
  voorbeeld voorlichting voorziening voorzitter vorm voucher vraag vraagstuk vriend vrijwilliger vrouw waarde wacht wandel wandeling
  water welzijn werk werker werkgever werknemer wethouder wijk winkel woning woon zaak ziek zieken ziekenhuis ziekte zondag zorg zorger
`);

/** Short parts, which also stand in words they have nothing to do with: only where every part of the word is known. */
export const SHORT_PARTS: ReadonlySet<string> = listed(
  'app avg bbz blad bus club dag dak eet fit ggd ggz hof hart jgz kind les lid moes pgb poli punt raad rol stage tip top wet wia wlz wmo zelf',
);

/** What makes a word of another without being a word: no part of a compound. */
export const NO_PART =
  /^(?:aan|achter|af|baar|boven|binnen|buiten|dom|door|elij|elin|eloo|eren|erij|heid|ig|ing|isch|iteit|lijk|ling|loos|matig|mede|mis|onder|over|schap|ster|tegen|terug|tussen|vol|voor|vuldig|waard|zaam)/;

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
