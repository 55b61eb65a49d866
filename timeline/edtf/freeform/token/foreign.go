package token

import (
	"strings"
	"sync"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/cs"
	"github.com/go-playground/locales/da"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/it"
	"github.com/go-playground/locales/nb"
	"github.com/go-playground/locales/nl"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/pt"
	"github.com/go-playground/locales/ru"
	"github.com/go-playground/locales/sv"
	"github.com/go-playground/locales/uk"
)

// The suffixes of a word that may as well mean something else: unless a day is beside it, or always.
const (
	BesideDay = 'd'
	Weak      = 'w'
)

// foreignNames returns the months by their names in other languages, the days of the week and the seasons, with and
// without accents. The table is made when the first word asks for it, and costs a program that reads no such date
// nothing.
var foreignNames = sync.OnceValue(func() map[string]Token {
	all := make(map[string]Token)
	add := func(name string, one Token) {
		name = strings.ToLower(strings.TrimSuffix(name, "."))
		for _, spelled := range []string{name, unaccented.Replace(name)} {
			switch other, ok := all[spelled]; {
			case !ok || other.Suffix == Weak && one.Suffix == 0:
				all[spelled] = one
			case other.Kind != one.Kind || other.Value != one.Value:
				all[spelled] = Token{} // two languages mean two things
			}
		}
	}
	for _, language := range []locales.Translator{
		cs.New(), da.New(), de.New(), es.New(), fr.New(), it.New(), nb.New(), nl.New(), pl.New(), pt.New(), ru.New(),
		sv.New(), uk.New(),
	} {
		for n, name := range language.WeekdaysWide() {
			add(name, Token{Kind: Weekday, Value: n})
		}
		for n, name := range language.MonthsWide() {
			add(name, Token{Kind: Month, Value: n + 1})
		}
		for n, name := range language.MonthsAbbreviated() {
			one := Token{Kind: Month, Value: n + 1}
			if name = strings.TrimSuffix(name, "."); len(name) <= 3 { // such as out, set and pro
				one.Suffix = Weak
			}
			if _, ok := all[strings.ToLower(name)]; !ok {
				add(name, one)
			}
		}
	}
	for names, value := range map[string]int{
		"leden styczeń январь січень": 1, "únor luty февраль лютий": 2, "březen marzec март березень maerz": 3,
		"duben kwiecień апрель квітень": 4, "květen maj май травень": 5, "červen czerwiec июнь червень": 6,
		"červenec lipiec июль липень": 7, "srpen sierpień август серпень": 8, "wrzesień сентябрь вересень": 9,
		"říjen październik октябрь жовтень": 10, "listopad ноябрь листопад": 11, "prosinec grudzień декабрь грудень": 12,
	} {
		for _, name := range strings.Fields(names) { // without a day
			add(name, Token{Kind: Month, Value: value})
		}
	}
	for names, value := range map[string]int{
		"printemps frühling frühjahr fruehling fruehjahr primavera lente voorjaar forår vår wiosna wiosną wiosny jaro " +
			"весна весной весны навесні весни": 21,
		"été sommer verano zomer verão sommar lato latem léto лето летом літо влітку": 22,
		"automne herbst otoño autunno herfst najaar outono efterår høst höst jesień jesienią jesieni podzim " +
			"осень осенью осени осінь восени осені": 23,
		"hiver invierno inverno vinter zima zimą zimy зима зимой зимы взимку зими": 24,
	} {
		for _, name := range strings.Fields(names) {
			add(name, Token{Kind: Season, Value: value})
		}
	}
	all["estate"] = Token{Kind: Season, Value: 22, Suffix: Weak} // which in English is land
	for _, name := range []string{"lato", "host", "var"} {
		if one, ok := all[name]; ok {
			one.Suffix = Weak
			all[name] = one
		}
	}
	all["mars"] = Token{Kind: Month, Value: 3, Suffix: BesideDay} // which in English is a planet
	return all
})

// unaccented writes names without their accents, as many keyboards do.
var unaccented = strings.NewReplacer(
	"á", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ą", "a", "č", "c", "ç", "c", "ć", "c", "é", "e", "è", "e", "ě", "e",
	"ê", "e", "ë", "e", "ę", "e", "í", "i", "ì", "i", "ł", "l", "ń", "n", "ñ", "n", "ó", "o", "ö", "o", "ø", "o", "ô", "o",
	"ř", "r", "š", "s", "ś", "s", "ú", "u", "ů", "u", "û", "u", "ü", "u", "ù", "u", "ý", "y", "ž", "z", "ź", "z", "ż", "z",
)
