package yamldoc

import (
	"fmt"
	"strings"

	"dateline/timeline/internal/flow"
)

// flowFault returns what is wrong with a list or map in brackets that begins in line i.
func (s *salvager) flowFault(l line, i, to int) (fault, bool) {
	b := flow.Read(l.value)
	for k := i + 1; b.IsOpen() && k < min(to, i+maxText); k++ {
		b.Add(strings.TrimRight(s.lines[k], "\r\n"))
	}
	open, close := l.value[:1], "]"
	if open == "{" {
		close = "}"
	}
	f := fault{from: l.at, width: len(l.value)}
	switch first := flow.Read(l.value); {
	case b.IsOpen() && !flow.Read(l.hashed()).IsOpen():
		f.message, f.hint = "a # after a blank begins a comment, in brackets too", inQuotes
		f.cured = l.text[:l.at] + l.hashed()
		return f, true
	case b.IsOpen():
		f.message = fmt.Sprintf("the `%s` has no `%s`", open, close)
		f.hint = fmt.Sprintf("close it with %s, or put the text in quotes", first.Missing())
		f.cured = l.text + first.Missing()
		if l.value == open && l.key == "" {
			f = l.stray(f.message, "take it out")
		}
		return f, true
	case first.Wrong > 0:
		at := l.at + first.Wrong - 1
		f.from, f.width = at, 1
		f.message = fmt.Sprintf("`%s` closes what `%s` opened", l.text[at:at+1], first.Opened)
		f.hint = fmt.Sprintf("write %s", first.Missing()[:1])
		f.cured, f.isGuess = l.text[:at]+first.Missing()[:1]+l.text[at+1:], i < to-1
		return f, true
	case first.End > 0:
		rest := strings.TrimSpace(l.value[first.End:])
		if rest == "" || rest[0] == '#' || rest[0] == ':' && (l.key == "" || rest != ":") {
			return fault{}, false
		}
		f = l.whole("there is more after the closing bracket")
		f.from, f.width = len(l.text)-len(rest), len(rest)
		word, _, isKey := strings.Cut(rest, ":")
		switch {
		case !hasLetters(rest):
			f.hint, f.cured, f.text = "take it out", l.text[:l.at+first.End], ""
		case isKey && s.isKey(word, i):
			f.hint, f.text = fmt.Sprintf("begin `%s:` on a line of its own", word), ""
			f.cured = l.text[:l.at+first.End] + "\n" + strings.Repeat(" ", l.inner) + rest
		}
		return f, true
	}
	return fault{}, false
}

// hashed returns a value in brackets with its words that begin with # in quotes, as tags are written elsewhere.
func (l line) hashed() string {
	var quoted strings.Builder
	done := 0
	for _, p := range flow.Pieces(l.value) {
		word := strings.TrimSpace(l.value[p.From:p.To])
		if len(word) < 2 || word[0] != '#' || !goesOn(word[1:]) || strings.ContainsAny(word, " \"'") {
			continue
		}
		at := p.From + strings.Index(l.value[p.From:], word)
		quoted.WriteString(l.value[done:at] + "'" + word + "'")
		done = at + len(word)
	}
	return quoted.String() + l.value[done:]
}

// faultsWithin returns what may be wrong with the values in brackets that a line holds. Each is a fault only if its
// cure helps.
func (s *salvager) faultsWithin(l line, i int, err error) []fault {
	type cut struct {
		from, to int
		text     string
	}
	var found []fault
	var quoted []cut
	for _, p := range flow.Pieces(l.text) {
		one := readLine(l.text[p.From:p.To])
		f, ok := fault{}, false
		switch {
		case one.value == "":
		case one.value[0] == '"' || one.value[0] == '\'':
			if f, ok = s.quoteFault(one, i, i); ok && len(strings.TrimSpace(l.text)) == 1 {
				found = append(found, l.stray(f.message, "take it out"))
			} else if ok && flow.QuoteEnd(one.value) == 0 && strings.HasPrefix(f.hint, "close it") {
				inner := strings.TrimRight(one.text, " ]},")
				f.width = len(inner) - one.at
				f.hint, f.cured = "close it with "+one.value[:1], inner+one.value[:1]+one.text[len(inner):]
			}
		case strings.IndexByte("%@`>|", one.value[0]) >= 0:
			f, ok = one.whole(fmt.Sprintf("a text cannot begin with %c", one.value[0])), true
		case strings.IndexByte("*&!", one.value[0]) >= 0:
			f, ok = one.signFault(err)
		case one.key != "":
			if f, ok = s.commaFault(one, i); !ok {
				f, ok = s.colonFault(one, i)
			}
		}
		if ok && f.cured != "" {
			f.from += p.From
			if f.hint == inQuotes {
				quoted = append(quoted, cut{p.From, p.From + len(one.text), f.cured})
			}
			f.cured, f.isGuess, f.text = l.text[:p.From]+f.cured+l.text[p.From+len(one.text):], true, ""
			found = append(found, f)
		}
	}
	if len(quoted) > 1 { // the cure of one is not enough
		all := found[0]
		all.message, all.hint, all.cured = "texts within these brackets mean something else in YAML", inQuotes, ""
		done := 0
		for _, c := range quoted {
			all.cured += l.text[done:c.from] + c.text
			done = c.to
		}
		all.cured += l.text[done:]
		all.from, all.width = quoted[0].from, quoted[len(quoted)-1].to-quoted[0].from
		found = append(found, all)
	}
	return found
}

// wrongWithin returns what may be wrong with a line within brackets that reach from line from to line last. Each is a
// fault only if its cure helps.
func (s *salvager) wrongWithin(l line, i, from, last int) []fault {
	var found []fault
	add := func(f fault) {
		f.isGuess = true
		found = append(found, f)
	}
	own := new(flow.Brackets)
	own.Add(l.text[l.indent:])
	closing := own.Missing()
	if i == from {
		closing = closing[:max(0, len(closing)-1)]
	}
	if closing != "" {
		end := strings.TrimRight(l.text, " ,")
		f := fault{
			from: l.at, width: len(end) - l.at, message: fmt.Sprintf("a `%s` is missing here", closing),
			hint: "close it with " + closing, cured: end + closing + l.text[len(end):],
		}
		add(f)
	}
	if rest := l.indent + own.End; own.End > 0 && rest < len(l.text) && strings.IndexByte("]}", l.text[rest]) >= 0 {
		add(fault{
			from: rest, width: 1, message: fmt.Sprintf("the `%s` is one too many", l.text[rest:rest+1]), hint: "take it out",
			cured: l.without(rest, rest+1),
		})
	}
	if own.Wrong > 0 {
		at := l.indent + own.Wrong - 1
		missing := string(flow.Closing(own.Open[len(own.Open)-1]))
		add(fault{
			from: l.at, width: at - l.at, message: fmt.Sprintf("a `%s` is missing here", missing),
			hint: "close it with " + missing, cured: l.text[:at] + missing + l.text[at:],
		})
		add(fault{
			from: at, width: 1, message: fmt.Sprintf("the `%s` is one too many", l.text[at:at+1]), hint: "take it out",
			cured: l.without(at, at+1),
		})
	}
	if i == last {
		all := new(flow.Brackets)
		for k := from; k <= last; k++ {
			all.Add(strings.TrimRight(s.lines[k], "\r\n"))
		}
		if closing := all.Missing(); closing != "" && closing != own.Missing() {
			add(fault{
				from: l.indent, width: len(l.text) - l.indent, message: fmt.Sprintf("a `%s` is missing here", closing),
				hint: "close it with " + closing, cured: l.text + closing,
			})
		}
	}
	if i < last && !strings.HasSuffix(l.text, ",") {
		add(fault{
			from: l.indent, width: len(l.text) - l.indent, message: "no comma ends this line, which is within brackets",
			hint: "put a comma at its end", cured: l.text + ",",
		})
	}
	if i > from {
		add(l.stray("this line does not belong within the brackets around it", "take it out"))
	}
	return found
}
