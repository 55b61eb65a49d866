package freeform

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

// foreignMonths returns the months by their names in other languages, in the form that is beside a day. The table is
// made when the first word asks for it, and costs a program that reads no such date nothing.
var foreignMonths = sync.OnceValue(func() map[string]token {
	all := make(map[string]token)
	for _, language := range []locales.Translator{
		cs.New(), de.New(), es.New(), fr.New(), it.New(), nl.New(), pl.New(), pt.New(), ru.New(), uk.New(),
	} {
		for n, name := range language.MonthsWide() {
			all[strings.ToLower(name)] = token{kind: month, value: n + 1}
		}
	}
	all["mars"] = token{kind: month, value: 3, suffix: besideDay} // which in English is a planet
	return all
})

// besideDay is the suffix of a word that is only a month if a day is beside it.
const besideDay = 'd'
