package names

import (
	"strings"

	"dateline/timeline/lazyregexp"
)

// Title reports whether a folded word is one of the titles that persons have.
func Title(word string) bool { return titles[word] }

var titles = func() map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(titleWords) {
		all[word] = true
	}
	return all
}()

const titleWords = `president prime minister chancellor secretary senator sen rep representative congressman
	congresswoman governor gov ambassador general gen lieutenant lt colonel col admiral captain judge justice
	professor prof dr mr mrs ms sir lord king queen pope former director attorney chair chairman chairwoman
	chairperson ceo cfo coo cto administrator adviser advisor counsel spokesperson spokesman spokeswoman
	commissioner acting deputy assistant associate vice chief leader speaker officer commander sergeant major mayor
	premier lady prince princess sheikh inspector agent prosecutor delegate ex founder nominee elect magistrate
	rabbi reverend rev cardinal archbishop bishop brigadier councilman councilwoman sheriff undersecretary treasurer
	comptroller solicitor whistleblower`

// Office reports whether words in brackets after a name say what its bearer is, as in "Rubio (US Secretary of State)"
// or "John McCain (R-AZ)", and not which of several is meant, as in "Mercury (planet)". One word after one word, as in
// "Mercury (Queen)", may be either, and is none.
func Office(outside, inside string) bool {
	if party().MatchString(inside) {
		return true
	}
	words := strings.Fields(Key(inside))
	if len(words) == 1 && len(strings.Fields(Key(outside))) == 1 {
		return false
	}
	for _, word := range words {
		if titles[word] && !vague[word] || plainOffices[word] {
			return true
		}
	}
	return false
}

// party matches the party and the state of somebody in the Congress of the United States.
var party = lazyregexp.New(`^[RDI]-[A-Z][A-Za-z.]+$`)

// plainOffices say what somebody is, and stand before no name.
var plainOffices = map[string]bool{"official": true, "attorney": true, "member": true}

// vague are the titles that say nothing of an office by themselves, as in "Georgia (former Soviet republic)".
var vague = map[string]bool{
	"acting": true, "agent": true, "assistant": true, "associate": true, "deputy": true, "dr": true, "elect": true,
	"ex": true, "former": true, "founder": true, "general": true, "lady": true, "major": true, "mr": true, "mrs": true,
	"ms": true, "nominee": true, "premier": true, "prime": true, "vice": true, "whistleblower": true,
}
