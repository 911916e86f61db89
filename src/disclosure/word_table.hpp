#pragma once
// The words themselves. A word may stand in several groups and then has all their roles.
#include "disclosure/words.hpp"

namespace kvalitet::disclosure {

struct WordGroup {
  Roles roles;
  std::string_view words;  ///< in small letters, one space between
};

inline constexpr WordGroup word_groups[] = {
    // Children. Compounds go by their last part: fritidsbarn, gymnasieelever, sexåringar.
    {role::children, "elever eleverna elevers elevernas barnen barnens åringar åringarna klassare klassarna ungdomar"},
    {role::children, "ungdomarna syskon syskonen tvillingar tvillingarna studerande klasskamrater individer lärlingar"},
    {role::children, "ettor ettorna tvåor tvåorna treor treorna fyror fyrorna femmor femmorna sexor sexorna sjuor"},
    {role::children, "sjuorna åttor åttorna nior niorna"},
    {role::children | role::child, "barn"},
    {role::children | role::gendered, "pojkar pojkarna flickor flickorna killar killarna tjejer tjejerna"},
    {role::child, "etta tvåa trea femma sexa sjua nia elev ungdom åring klassare individ studerande"},
    {role::child | role::gendered, "pojke flicka kille tjej syskonpar tvillingpar"},
    {role::the_child, "eleven barnet ungdomen åringen"},
    {role::the_child | role::gendered, "tvillingarna syskonparet pojken pojkens flickan flickans killen killens"},
    {role::the_child | role::gendered, "tjejen tjejens"},
    {role::children | role::nominal, "nyanlända obehöriga behöriga utåtagerande"},
    {role::children | role::nominal | role::result, "underkända godkända"},
    {role::child | role::nominal, "nyanländ"},
    {role::answers, "svar svaren svarande respondenter enkätsvar n"},
    {role::guardians, "vårdnadshavare vårdnadshavarna föräldrar föräldrarna"},
    {role::those | role::between, "dem dessa dom"},
    {role::one | role::plain, "hon han honom henne"},
    {role::groups, "grupper grupperna smågrupper elevgrupper barngrupper"},

    // Adults: figures on them are not figures on pupils.
    {role::adult, "lärare läraren lärarna pedagog pedagogen pedagoger pedagogerna rektor rektorn rektorer rektorerna"},
    {role::adult, "personal personalen medarbetare kollega kollegor assistent assistenten assistenter elevassistenten"},
    {role::adult, "förskollärare barnskötare speciallärare specialläraren specialpedagog specialpedagogen"},
    {role::adult, "fritidspedagog fritidsledare kurator kuratorn skolkurator skolsköterska skolsköterskan psykolog"},
    {role::adult, "psykologen skolpsykolog bibliotekarie vikarie vikarien vikarier mentor mentorn mentorer vuxen"},
    {role::adult, "vuxna handledare chef chefen skolchef skolchefen handläggare strateg kvalitetsstrateg"},
    {role::adult, "utvecklingsledare ledare samordnare ansvarig ansvariga klassföreståndare ämneslärare förstelärare"},
    {role::adult, "arbetslagsledare arbetslag arbetslaget biträdande politiker ledamot ledamöter ordförande"},
    {role::adult, "sekreterare vaktmästare forskare författaren föreläsare logoped trygghetsteam"},

    // How many.
    {role::few, "enstaka fåtal fåtalet handfull"},
    {role::few_after, "par få"},
    {role::some | role::between, "några någon mycket väldigt"},
    {role::share, "hälften halva tredjedel tredjedelen tredjedelar fjärdedel fjärdedelen fjärdedelar femtedel"},
    {role::share, "femtedelen femtedelar sjättedel sjättedelar sjundedel sjundedelar åttondel åttondelar niondel"},
    {role::share, "niondelar tiondel tiondelar majoriteten merparten flertalet"},
    {role::percent, "procent"},
    {role::of | role::plain | role::preposition, "av utav bland"},
    {role::whole | role::between, "de våra vår sina alla samtliga dessa mina deras klassens gruppens avdelningens"},
    {role::whole | role::between, "skolans"},
    {role::every | role::whole | role::between, "alla samtliga"},
    {role::between, "det totalt sammanlagt hela stycken olika andra nya övriga resterande första sista små mindre"},
    {role::between, "äldre yngre cirka omkring ungefär drygt knappt egna samma"},
    {role::only | role::plain | role::some, "bara endast enbart blott"},
    {role::sole, "enda ende"},
    {role::except | role::plain, "utom förutom varav däribland"},
    {role::each | role::plain, "per varje vardera varannan taget gången"},

    // Before numbers that are names; and where a child is to be found.
    {role::label | role::place, "åk åkt årskurs årskurserna klass"},
    {role::label | role::between, "den"},
    {role::label, "vecka v veckorna kapitel kap nivå steg punkt sida sidan s avsnitt termin kl klockan fas bilaga"},
    {role::label, "tabell figur nr nummer läsår läsåret år våren hösten ht vt version block spår hus sal uppgift"},
    {role::label, "fråga del mål delmål grupp stadium aktivitet åtagande rad paragraf artikel januari februari mars"},
    {role::label, "april maj juni juli augusti september oktober november december"},
    {role::years, "år års"},
    {role::place, "ettan tvåan trean fyran femman sexan sjuan åttan nian förskoleklass förskoleklassen"},

    // No nouns.
    {role::plain | role::preposition, "i på med till från under vid för inom över efter mot genom utan sedan hos om"},
    {role::plain, "och men eller som samt då när där medan eftersom så än innan tills både såväl varken ännu redan"},
    {role::plain, "också dock nu fortfarande idag igen mer mest bättre sämre helt delvis tydligt inom ofta sällan"},
    {role::plain, "känner anser tycker uppger upplever anger trivs deltar svarar visar ligger följer arbetar använder"},
    {role::plain | role::present, "är blir kommer går bor läser skriver räknar mår gör säger sitter står tar vill vet"},
    {role::plain | role::present, "vågar talar pratar börjar slutar flyttar vägrar leker slår klarar hoppar saknar"},
    {role::plain | role::present, "blivit"},
    {role::plain | role::negation, "inte ej icke aldrig"},
    {role::plain | role::general, "om att hur varför oavsett ifall för varje åt till hos"},
    {role::plain | role::which, "som"},
    {role::plain | role::past, "sedan"},  // "en elev är hemma sedan oktober"
    {role::plain | role::when, "när då snart"},
    {role::plain | role::range, "till eller"},
    {role::plain | role::preposition | role::amid, "mellan"},
    {role::bound | role::between, "minst högst max maximalt"},
    {role::general | role::between, "enskild enskilda enskilde viss"},
    {role::plain | role::modal, "ska skall bör måste kan kunna skulle borde ges erbjuds rätt"},
    {role::plain | role::needs, "behöver behövde"},
    {role::plain | role::grade, "får"},
    {role::plain | role::exists | role::have | role::grade, "har"},
    {role::plain | role::exists | role::have | role::grade | role::past, "hade"},
    {role::plain | role::exists, "finns går"},
    {role::plain | role::exists | role::past, "fanns gick"},
    {role::plain | role::past | role::grade, "fick"},
    {role::plain | role::past, "blev kom var tog gjorde låg satt stod ville kunde började slutade bytte mådde läste"},
    {role::plain | role::past, "skrev sade behövde kände tyckte hjälpte lärde sökte mötte åkte lekte deltog uppgav"},
    {role::plain | role::past, "ansåg valde höll gav såg sattes togs utreddes anmäldes orosanmäldes"},
    {role::supine | role::grade, "fått"},
    {role::supine, "gjorts slutat bytt haft varit gjort blivit börjat flyttat kommit gått mått lärt lämnat valt sagt"},
    {role::supine, "visat uppgett svarat deltagit utvecklats placerats anmälts utretts diagnostiserats avslutat"},
    {role::supine, "skrivit läst vägrat"},
    {role::supine | role::result, "nått uppnått klarat saknat"},

    // Results.
    {role::plain | role::reaches | role::result | role::judgement, "når uppnår klarar saknar riskerar"},
    {role::plain | role::reaches | role::result | role::judgement | role::past, "nådde uppnådde klarade saknade"},
    {role::plain | role::reaches | role::result | role::judgement | role::past, "riskerade"},
    {role::result | role::grade, "betyg betyget betygen slutbetyg slutbetyget terminsbetyg omdömet"},
    {role::result, "meritvärde meritvärdet måluppfyllelse måluppfyllelsen resultat resultatet resultaten provet"},
    {role::result, "proven målen kraven kunskapskraven kriterierna betygskriterierna kunskapsmålen kunskapskrav"},
    {role::result, "godkänt poäng snitt betygspoäng snittet genomsnitt genomsnittet medelvärde medelvärdet medianen"},
    {role::result, "index trygga otrygga nöjda missnöjda mobbade kränkta"},
    {role::plain | role::result, "trivs svarade svarar anger uppger upplever upplevde"},
    {role::result | role::judgement, "underkänd godkänd underkänt stanine f-betyg f-betyget f-varning f-varningar"},
    {role::result | role::judgement, "f-varnad"},
    {role::judgement, "svårigheter svårt frånvaro frånvaron skolfrånvaro stökig utåtagerande mobbad mobbar mobbades"},
    {role::judgement, "kränkt kränker kränktes skolkar skolkade bråkar bråkade läsutveckling läsförståelse avkodar"},
    {role::judgement, "skrivutveckling läshastighet kunskapsutveckling taluppfattning mår mådde nått uppnått"},
    {role::skill, "läsa skriva räkna simma tala prata"},
    {role::letter, "a b c d e f"},

    // What is nobody else's business.
    {role::health, "diagnos diagnosen adhd add autism autistisk asperger npf dyslexi dyskalkyli epilepsi diabetes"},
    {role::health, "depression deprimerad ångest självskadebeteende ätstörning anorexi cancer leukemi astma allergi"},
    {role::health, "jordnötsallergi nötallergi celiaki sjukdom sjukhus bup habiliteringen medicin"},
    {role::health, "funktionsnedsättning rullstol hörselnedsättning synnedsättning hörapparat stamning språkstörning"},
    {role::health, "intellektuell gravid missbruk droger självmordstankar trauma sjukskriven utredning utreds"},
    {role::health, "utreddes skyddad skyddade sekretessmarkering sekretessmarkerad våld misshandlad omhändertagen"},
    {role::health, "familjehem familjehemsplacerad jourhem lvu asylsökande uppehållstillstånd papperslös övergrepp"},
    {role::health, "hedersförtryck talsvårigheter insulin ptsd tvångssyndrom"},
    {role::support, "åtgärdsprogram åtgärdsprogrammet elevassistent resursperson anpassningar stödinsatser"},
    {role::support, "orosanmälan orosanmäldes socialtjänsten soc placerad hemmasittare hemmasittande skolvägran"},
    {role::support, "studiehandledning anpassad studiegång modersmålsstöd"},
    {role::help, "stöd stödet hjälp"},
    {role::special | role::between, "särskilt extra intensifierat anpassat individuellt särskild"},
    {role::born, "född födda fött födelsedatum"},

    // What adults do.
    {role::acts | role::plain, "ansvarar leder håller sammanställer undervisar kartlägger bedömer rättar stöttar"},
    {role::acts | role::plain, "handleder följer samordnar planerar presenterar redovisar granskar dokumenterar"},
    {role::acts | role::plain, "analyserar informerar inleder föreläser samlar ser bjuder kallar bokar utbildar"},
    {role::acts | role::plain, "coachar observerar stödjer hjälper"},
    {role::abbreviation | role::between, "ca"},
    {role::pieces | role::abbreviation | role::between, "st stycken"},
    {role::abbreviation, "kl nr åk kap s bl t ex resp dvs m fl sid tel"},

    // Subjects, wholes and the like, which stand before a grade without being anybody's name.
    {role::capitalised, "matematik svenska engelska idrott musik bild slöjd biologi fysik kemi teknik historia"},
    {role::capitalised, "geografi religion samhällskunskap moderna språk spanska franska tyska nivå betyg plan del"},
    {role::capitalised, "spår grupp alternativ bilaga steg klassen gruppen skolan enheten kommunen vi man många flera"},
    {role::capitalised, "resten övriga ämnet tabell avdelning hus sal no so sva hkk vitamin block"},
};

inline constexpr std::string_view numbers_to_nineteen[] = {
    "noll", "en",   "två",  "tre",     "fyra",    "fem",    "sex",    "sju",     "åtta",  "nio",
    "tio",  "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"};
inline constexpr std::string_view numbers_of_tens[] = {"tjugo",  "trettio", "fyrtio", "femtio",
                                                       "sextio", "sjuttio", "åttio",  "nittio"};

/// Common given names of children and adults in Sweden, but for those that are ordinary words too (Max, Per, Liv,
/// Klara, Love): these, and all others, are known by their capital where a grade follows.
inline constexpr std::string_view given_names =
    "abbe abdi abdullah adam adrian agnes ahmad ahmed aisha albert albin alexander alexandra alfred ali alice alicia "
    "alma alva alvin amanda amelia amina amir anders andreas anette anja ann anna annika anton arvid astrid axelina "
    "aya ayan barbro bengt benjamin bertil bianca bilal birgitta britta camilla carin carina carl caroline casper "
    "cecilia celine charlie charlotta charlotte christian christina cornelia daniel daniela dante david denise ebba "
    "ebbe edith edvin elias elin elina elisabeth elise ella ellen ellie elliot elsa elton elvin elvira emelie emil "
    "emilia emma emmy erik erika eskil eva fabian fadi fanny farah fatima fatuma felicia felix filip filippa folke "
    "fredrik freja frida gabriel greta gunilla gunnar gustaf gustav göran hamza hanna hannes hassan hedda hedvig "
    "helena helene helin henrik hilda hjalmar hodan hugo hussein håkan ibrahim ida iman ines ingela ingrid isabella "
    "isabelle isak ivar jack jacob jakob jamal jasmin jasmine jelena jenny jens jesper jessica joakim joel johan "
    "johanna johannes john jonas jonathan jonna josef josefin josefine julia julian julius kajsa karim karin karl "
    "katarina kent kerstin kevin khadija khalid kristian kristina kristoffer lamis lars layla lea leah leif leila lena "
    "lennart leo leon leonora liam lilia lilian lilly lina linda linn linnea linus lisa lovisa luca lucas ludvig lukas "
    "luna madeleine magnus mahmoud maja malin malte marcus margareta maria mariam marie markus martin maryam mathias "
    "matilda mattias mehmet meja melker melvin mikael milla milo milton minna miriam moa mohamed mohammad mohammed "
    "molly monica muhammad muhammed mustafa måns märta nadia nadja natalie nathalie nellie nicklas niklas nils noah "
    "noel noor nora nour novalie oliver olivia olle olof omar oscar oskar otto patrik pelle pernilla peter petra "
    "petter philip pontus rami rasmus rebecka rickard robert robin roger ronja rut sahra salma samir samira samuel "
    "sandra sara sebastian selma sigge signe sigrid simon sixten sofia sofie stefan stella stina susanne svea sven "
    "tariq thea theo theodor theresa therese thomas tilda tilde tindra tobias tomas tova tove tuva tyra ulf ulla "
    "ulrika valter vanja vendela vera victor victoria vidar viggo viktor viktoria vilhelm vilma vincent wilhelm "
    "william wilma wilmer yara yasmin yasmine ylva youssef yusuf zahra zainab zara zeinab åke åsa örjan";

}  // namespace kvalitet::disclosure
