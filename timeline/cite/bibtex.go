package cite

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/names"
	"dateline/timeline/sanitize"
)

// A bibliography is the entries of BibTeX written so far, by their keys.
type bibliography map[string]bool

// entry returns the entry of a source, of which n come before it. It is an @online, which BibLaTeX knows; what a text
// says is literal, be it of LaTeX, and an author is one name, however many there are in it.
func (b bibliography) entry(s *timeline.Source, n int) string {
	var e strings.Builder
	lead := ""
	if n > 0 {
		lead = "\n"
	}
	fmt.Fprintf(&e, "%s@online{%s,\n", lead, b.key(s))
	add := func(field, text string) {
		if text != "" {
			fmt.Fprintf(&e, "  %s = {%s},\n", field, text)
		}
	}
	web, isWeb := sanitize.WebAddress(s.URL)
	if author := latex(s.Author); author != "" {
		add("author", "{"+author+"}")
	}
	add("title", latex(cmp.Or(s.Title, s.URL, s.ID, "untitled")))
	add("organization", latex(s.Publisher))
	add("date", bibDate(s.Published.EDTF()))
	var notes []string
	if day := published(s); day != "" && bibDate(s.Published.EDTF()) == "" {
		notes = append(notes, latex(day))
	}
	if isWeb {
		add("url", verbatim(web))
	} else if s.URL != "" && s.Title != "" {
		notes = append(notes, latex(s.URL))
	}
	add("urldate", bibDate(s.Accessed.EDTF()))
	if archive, ok := sanitize.WebAddress(s.ArchiveURL); ok {
		notes = append(notes, `Archived: \url{`+verbatim(archive)+"}")
	} else if s.ArchiveURL != "" {
		notes = append(notes, "Archived: "+latex(s.ArchiveURL))
	}
	add("note", strings.Join(notes, ". "))
	e.WriteString("}\n")
	return e.String()
}

// key returns a key that no other entry has: who published, the year, and where that is taken a number.
func (b bibliography) key(s *timeline.Source) string {
	const longest = 24 // letters of a name
	name := ""
	for _, text := range []string{s.Author, s.Publisher, s.Title, s.ID} {
		if name = keyLetters(names.Latin(names.Key(text))); name != "" {
			break
		}
	}
	name = cmp.Or(name, "source")
	key := name[:min(len(name), longest)]
	if year, _, _ := strings.Cut(s.Published.EDTF(), "-"); len(year) == 4 {
		key += keyLetters(year)
	}
	one := key
	for n := 2; b[one]; n++ {
		one = key + "-" + strconv.Itoa(n)
	}
	b[one] = true
	return one
}

// keyLetters returns the letters and digits of ASCII that a text has.
func keyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		}
		return -1
	}, text)
}

// bibDate returns a date of EDTF as BibLaTeX reads it: a day, a month, a year, or "" for any other.
func bibDate(edtf string) string {
	day := strings.TrimRight(edtf, "?~%")
	if day, _, _ = strings.Cut(day, "T"); len(day) != 4 && len(day) != 7 && len(day) != 10 {
		return ""
	}
	for n, r := range day {
		if dash := n == 4 || n == 7; dash != (r == '-') || !dash && (r < '0' || r > '9') {
			return ""
		}
	}
	if len(day) >= 7 && day[5:7] > "12" { // a season
		return ""
	}
	return day
}

// unset replaces what LaTeX obeys by what it sets as the same. Braces are named, since BibTeX counts those that stand
// after a backslash too.
var unset = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "#", `\#`, "$", `\$`, "%", `\%`,
	"&", `\&`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`, `"`, `\textquotedbl{}`,
	"<", `\textless{}`, ">", `\textgreater{}`, "`", `\textasciigrave{}`, "@", `\symbol{64}`,
)

// latex returns one line that LaTeX sets as the text.
func latex(s string) string { return unset.Replace(strings.TrimSpace(sanitize.Line(s))) }

// unbraced replaces what a field that is read letter by letter cannot have.
var unbraced = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20", `"`, "%22", "@", "%40")

// verbatim returns an address, as sanitize.WebAddress returns it, for such a field.
func verbatim(web string) string { return unbraced.Replace(web) }
