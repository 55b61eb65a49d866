package token

import (
	"strings"
	"sync"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/cs"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/it"
	"github.com/go-playground/locales/nl"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/pt"
	"github.com/go-playground/locales/ru"
	"github.com/go-playground/locales/uk"
)

// foreignNames returns the months by their names in other languages, in the form that is beside a day, and the days of
// the week. The table is made when the first word asks for it, and costs a program that reads no such date nothing.
var foreignNames = sync.OnceValue(func() map[string]Token {
	all := make(map[string]Token)
	for _, language := range []locales.Translator{
		cs.New(), de.New(), es.New(), fr.New(), it.New(), nl.New(), pl.New(), pt.New(), ru.New(), uk.New(),
	} {
		for n, name := range language.WeekdaysWide() {
			all[strings.ToLower(name)] = Token{Kind: Weekday, Value: n}
		}
		for n, name := range language.MonthsWide() {
			all[strings.ToLower(name)] = Token{Kind: Month, Value: n + 1}
		}
	}
	all["mars"] = Token{Kind: Month, Value: 3, Suffix: BesideDay} // which in English is a planet
	return all
})

// besideDay is the suffix of a word that is only a month if a day is beside it.
const BesideDay = 'd'
