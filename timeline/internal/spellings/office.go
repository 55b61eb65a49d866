package spellings

import "dateline/timeline/names"

// An office is a set of what titles say of a person.
type office uint16

const (
	official office = 1 << iota // a president, a director, …
	house
	senate
	court
	military
	learned
	church
	crown
	regnal // a name that is taken with the office: Pope John Paul is no John Paul
)

// alsoOfficial are what somebody may be who is an official before or after.
const alsoOfficial = house | senate | military | learned

// excludes reports whether one person does not have both titles.
func (o office) excludes(other office) bool {
	if o == 0 || other == 0 || o&other != 0 {
		return false
	}
	return !(o&official != 0 && other&alsoOfficial != 0 || other&official != 0 && o&alsoOfficial != 0)
}

// officesOf returns what the words of a title say.
func officesOf(words []string) (all office) {
	for i, w := range words {
		before, after := "", ""
		if i > 0 {
			before = words[i-1]
		}
		if i+1 < len(words) {
			after = words[i+1]
		}
		of, special := offices[w]
		switch {
		case w == "general" && civilGeneral[before], (w == "lt" || w == "lieutenant") && after == "governor",
			!special && names.Title(w) && !noOffice[w]:
			of = official
		}
		all |= of
	}
	return all
}

// civilGeneral are the words before general that make no officer of it.
var civilGeneral = set("attorney solicitor inspector surgeon secretary director postmaster")

// noOffice are the words in titles that say nothing of an office.
var noOffice = set(`mr mrs ms lady former acting deputy assistant associate vice ex elect nominee founder
	whistleblower`)

// offices are the titles that not everybody in office may have.
var offices = map[string]office{
	"rep": house, "representative": house, "congressman": house, "congresswoman": house, "delegate": house,
	"sen": senate, "senator": senate, "judge": court, "justice": court, "magistrate": court,
	"general": military, "gen": military, "lieutenant": military, "lt": military, "colonel": military, "col": military,
	"admiral": military, "captain": military, "sergeant": military, "major": military, "brigadier": military,
	"dr": learned, "professor": learned, "prof": learned,
	"rabbi": church, "reverend": church, "rev": church, "cardinal": church, "archbishop": church, "bishop": church,
	"sir": crown, "lord": crown, "prince": crown, "princess": crown, "sheikh": crown,
	"pope": regnal, "king": regnal, "queen": regnal,
}
