#pragma once
// What Swedish words mean to the reading of free text.
#include <cstdint>
#include <string_view>

namespace kvalitet::disclosure {

/// A set of roles; a word may have several.
using Roles = std::uint64_t;

namespace role {
constexpr Roles bit(int number) { return Roles{1} << number; }

// Who is spoken of.
inline constexpr Roles children = bit(0);   ///< elever, flickorna; also barn
inline constexpr Roles child = bit(1);      ///< elev, pojke; also barn
inline constexpr Roles the_child = bit(2);  ///< eleven, pojken
inline constexpr Roles gendered = bit(3);   ///< pojke, flicka: seldom said of just anybody
inline constexpr Roles nominal = bit(4);    ///< nyanlända, underkända: adjectives that may stand for pupils
inline constexpr Roles answers = bit(5);    ///< svar, respondenter
inline constexpr Roles guardians = bit(6);  ///< vårdnadshavare
inline constexpr Roles adult = bit(7);      ///< lärare, rektor
inline constexpr Roles those = bit(8);      ///< dem, dessa: spoken of before
inline constexpr Roles one = bit(9);        ///< hon, han
inline constexpr Roles name = bit(10);      ///< a given name
inline constexpr Roles groups = bit(11);    ///< grupper

// How many.
inline constexpr Roles number = bit(12);     ///< tre; its value comes with it
inline constexpr Roles article = bit(13);    ///< en, ett: a number too
inline constexpr Roles few = bit(14);        ///< enstaka, fåtal
inline constexpr Roles few_after = bit(15);  ///< par, få: only after "ett" or "några"
inline constexpr Roles some = bit(16);       ///< några, mycket
inline constexpr Roles share = bit(17);      ///< hälften, tredjedel
inline constexpr Roles percent = bit(18);
inline constexpr Roles of = bit(19);
inline constexpr Roles whole = bit(20);      ///< de, våra, alla: what is counted is all there are
inline constexpr Roles between = bit(21);    ///< passed over on the way to the noun
inline constexpr Roles adjective = bit(22);  ///< an unknown word that ends like one
inline constexpr Roles only = bit(23);       ///< bara, endast
inline constexpr Roles sole = bit(24);       ///< enda
inline constexpr Roles except = bit(25);     ///< utom, varav
inline constexpr Roles each = bit(26);       ///< per, varje
inline constexpr Roles label = bit(27);      ///< åk, vecka: the number after it is a name
inline constexpr Roles place = bit(28);      ///< åk, klass, trean: where a child is to be found

// What is said.
inline constexpr Roles plain = bit(29);        ///< prepositions, conjunctions, adverbs, verbs: no noun
inline constexpr Roles preposition = bit(30);  ///< the word after it is no verb
inline constexpr Roles general = bit(31);      ///< om, hur, enskild: makes of "en elev" anybody
inline constexpr Roles modal = bit(32);        ///< ska, kan: speaks of what is to be
inline constexpr Roles exists = bit(33);       ///< finns, har: "vi har en elev"
inline constexpr Roles have = bit(34);
inline constexpr Roles past = bit(35);       ///< fick, slutade
inline constexpr Roles supine = bit(36);     ///< fått, slutat
inline constexpr Roles reaches = bit(37);    ///< når, saknar: a result in itself
inline constexpr Roles result = bit(38);     ///< betyg, målen, nöjda
inline constexpr Roles judgement = bit(39);  ///< of a person: underkänd, frånvaro
inline constexpr Roles grade = bit(40);      ///< betyget, fick: a grade may follow
inline constexpr Roles letter = bit(41);     ///< a to f: may be a grade
inline constexpr Roles health = bit(42);
inline constexpr Roles support = bit(43);
inline constexpr Roles help = bit(44);     ///< stöd, hjälp
inline constexpr Roles special = bit(45);  ///< särskilt, extra: before help
inline constexpr Roles acts = bit(46);     ///< ansvarar, leder: what adults do
inline constexpr Roles negation = bit(47);
inline constexpr Roles born = bit(48);
inline constexpr Roles abbreviation = bit(49);  ///< the point after it ends no sentence
inline constexpr Roles capitalised = bit(50);   ///< ordinary words that often begin with a capital: no unknown names
inline constexpr Roles when = bit(51);          ///< när: makes of "en elev" anybody, but not of one who did something
inline constexpr Roles range = bit(52);         ///< till, eller: between two numbers
inline constexpr Roles bound = bit(53);         ///< minst, högst
inline constexpr Roles needs = bit(54);         ///< behöver
inline constexpr Roles amid = bit(55);          ///< mellan: "och" joins the two numbers after it
inline constexpr Roles present = bit(56);       ///< går, bor: what somebody does
inline constexpr Roles skill = bit(57);         ///< läsa, simma: a judgement after "inte"
inline constexpr Roles years = bit(58);         ///< "9 år"
inline constexpr Roles pieces = bit(59);        ///< st, stycken
inline constexpr Roles every = bit(60);         ///< alla, samtliga
inline constexpr Roles which = bit(61);         ///< som
}  // namespace role

struct Word {
  Roles roles = 0;
  int value = 0;  ///< of a number
};

/// What is known of a word in small letters.
[[nodiscard]] Word look_up(std::string_view word);

}  // namespace kvalitet::disclosure
