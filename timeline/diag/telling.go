package diag

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/diag/rule"
)

// Problem returns the problem that stands for all of the group, whose message and hint say so.
func (g *Group) Problem() Problem { return g.within(anyRoom, maxNames) }

// TheOther begins a hint that says where the other of two is, up to a semicolon. Of many it is not told.
const TheOther = "the other is at "

// How much of a group is told.
const (
	maxNames  = 5  // names where the whole has room
	maxListed = 12 // names at all
	maxAlso   = 4  // places beside the first
	anyRoom   = 1 << 20
)

// within returns the problem that stands for all of the group, with a message of about room cells if that can be. It
// has n names at most, and one at least.
func (g *Group) within(room, n int) Problem {
	if g.Count == 1 {
		return g.Places[0]
	}
	if len(g.listed) > 0 { // of keys that are guessed each is told, of those that are kept two lines
		if room *= 2; g.Places[0].Rule == rule.RoleGuessed {
			room = anyRoom
		}
		return longest(room, min(maxListed, len(g.listed)), g.list)
	}
	if _, various := g.cureOf(g.Lead()); various {
		room += room / 2 // each name has a cure, which is worth a second line
	}
	p := longest(room, min(n, len(g.Names)), g.named)
	p.Message = shortened(p.Message, room)
	if _, cure, ok := strings.Cut(p.Hint, "; "); ok && !g.isSmall() && strings.HasPrefix(p.Hint, TheOther) {
		p.Hint = cure
	}
	return p
}

// longest returns what with says of as many names, n at most, as have room in the message.
func longest(room, n int, with func(n int) Problem) Problem {
	p := with(n)
	for ; n > 1 && !fits(p.Message, room); n-- {
		p = with(n - 1)
	}
	return p
}

// named returns the problem that stands for the group, with n of the names in it.
func (g *Group) named(n int) Problem {
	p := g.Lead()
	before, name, after := aroundName(p.Message)
	var names string
	if len(g.Names) > 1 {
		names, p.Hint = g.most(p, n)
	}
	if names != "" && name != "" && after == "" { // what the message ends with are the names
		p.Message = before + names + "; " + g.kinds() + ", " + thousands(g.Count) + g.where()
		return p
	}
	join := ", and "
	if strings.ContainsAny(p.Message, ",:;") {
		join = "; and "
	}
	switch {
	case g.Files == g.Count && g.Files > 1 && len(g.Names) <= 1 && !g.beyond:
		p.Message += "; in " + thousands(g.Files) + " files"
		return p
	default:
		p.Message += join + thousands(g.Count-1) + " more"
	}
	if len(g.Names) > 1 || g.beyond {
		p.Message += " of " + g.kinds()
	}
	p.Message += g.where()
	if names != "" {
		p.Message += ": " + names
	}
	return p
}

// Lead returns the first problem of the kind that is most frequent, which stands for all.
func (g *Group) Lead() Problem { return g.Places[g.first] }

// most returns n of the names, the most frequent first, and what to do about them.
func (g *Group) most(first Problem, n int) (names, cure string) {
	cure, various := g.cureOf(first)
	var items []string
	for _, one := range g.Names[:min(n, len(g.Names))] {
		count := thousands(one.Count)
		if _, meant, _ := aroundName(one.cure); various && meant != "" {
			count += ", `" + meant + "`?"
		}
		items = append(items, fmt.Sprintf("`%s` (%s)", Brief(one.Text), count))
	}
	if len(items) < len(g.Names) || g.beyond {
		items = append(items, "…")
	}
	return strings.Join(items, ", "), cure
}

// cureOf returns the cure that is told of the first problem, and reports whether a name in it differs among the others.
func (g *Group) cureOf(first Problem) (cure string, various bool) {
	before, name, after := aroundName(first.Hint)
	for _, one := range g.Names {
		b, n, a := aroundName(one.cure)
		if b != before || a != after {
			return "of the first: " + first.Hint, false
		}
		various = various || n != name
	}
	return first.Hint, various
}

// where says in how many files or events the problems are, where that says more than their number.
func (g *Group) where() string {
	switch {
	case g.Files > 1:
		return " in " + thousands(g.Files) + " files"
	case g.Events > 1 && g.Events < g.Count:
		return " in " + thousands(g.Events) + " events"
	case g.Files == 1:
		return " in this file"
	}
	return ""
}

// kinds says how many kinds there are.
func (g *Group) kinds() string {
	switch {
	case g.beyond && len(g.Names) < 2:
		return "many kinds"
	case g.beyond:
		return "more than " + strconv.Itoa(len(g.Names)) + " kinds"
	}
	return strconv.Itoa(len(g.Names)) + " kinds"
}

// list returns the problem that stands for the kinds of a group that are told in one list, with n of the keys that are
// meant and no line of the file. That a key is in fewer events than the first is said beside it.
func (g *Group) list(n int) Problem {
	p := g.Places[0]
	p.Excerpt = ""
	var items, mapped []string
	for at, one := range g.listed {
		if _, keys, ok := strings.Cut(one.hint, toMap); ok && at < maxListed {
			mapped = append(mapped, keys)
		}
		if at >= n {
			continue
		}
		item := "`" + Brief(nameIn(one.message)) + "`"
		if p.Rule == rule.RoleGuessed { // which says what for
			item = one.message
			if at > 0 {
				item = strings.Replace(item, taken, " for ", 1)
			}
		}
		if one.count < g.listed[0].count {
			item += " (" + thousands(one.count) + ")"
		}
		items = append(items, item)
	}
	if n < len(g.listed) {
		items = append(items, "…")
	}
	switch p.Message = strings.Join(items, ", "); {
	case len(g.listed) == 1:
		p.Message = g.listed[0].message
	case p.Rule == rule.OtherKey:
		count := thousands(len(g.listed))
		if g.beyond {
			count = "more than " + count
		}
		p.Message = count + " other keys are kept, shown and can be asked for: " + p.Message
	}
	switch {
	case g.Files > 1:
		p.Message += "; in " + thousands(g.Files) + " files"
	case g.Events > 1:
		p.Message += "; in " + thousands(g.Events) + " events"
	}
	called := func(one listedKind) bool { return strings.HasPrefix(one.hint, "call it ") }
	if said := oneEach(mapped); len(g.listed) > 1 && slices.ContainsFunc(g.listed, called) {
		p.Hint = "call them so"
		if len(said) > 0 {
			p.Hint += ", or say" + toMap + strings.Join(said, ",")
		}
	}
	return p
}

// oneEach returns those pairs of a role and a key that can be said together: each role once, and each key once. Of what
// is left out more than one key was taken, or one key for more than one role, which is decided for each event.
func oneEach(pairs []string) (one []string) {
	several := map[string]int{}
	for _, pair := range pairs {
		role, key, _ := strings.Cut(pair, "=")
		several[role+"="]++
		several["="+key]++
	}
	for _, pair := range pairs {
		role, key, _ := strings.Cut(pair, "=")
		if (several[role+"="] == 1 || slices.Contains(rolesOfMany, role)) && several["="+key] == 1 {
			one = append(one, pair)
		}
	}
	return one
}

// rolesOfMany are the roles that several keys of one event may have.
var rolesOfMany = []string{"actors", "tags", "sources"}

// What parts the texts of a key that is taken for another, and those of its cure.
const (
	taken = " is taken for "
	toMap = " --map "
)

// also says where the others of a small group are; "" of other groups.
func (g *Group) also() string {
	if !g.isSmall() || g.Count == 1 || len(g.listed) > 0 {
		return ""
	}
	lines, places := make([]string, 0, maxAlso), make([]string, 0, maxAlso)
	for n, p := range g.Places {
		if p.Pos == g.Places[max(0, n-1)].Pos { // they are sorted
			continue
		}
		places = append(places, p.Pos.String())
		if p.Pos.Line > 0 && p.Pos.File == g.Places[0].Pos.File {
			lines = append(lines, strconv.Itoa(p.Pos.Line))
		}
	}
	switch {
	case len(places) == 0:
		return ""
	case len(lines) < len(places):
		return "also at " + strings.Join(places, ", ")
	case len(lines) == 1:
		return "also in line " + lines[0]
	}
	last := len(lines) - 1
	return "also in lines " + strings.Join(lines[:last], ", ") + " and " + lines[last]
}

// isSmall reports whether a group has so few places that each is told.
func (g *Group) isSmall() bool {
	return g.Count <= 1+maxAlso+g.Repeat && g.Count <= len(g.Places)+g.Repeat
}

// aroundName returns a text that has one name, which is in backquotes, in parts; of others it returns all as before.
func aroundName(text string) (before, name, after string) {
	if strings.Count(text, "`") != 2 {
		return text, "", ""
	}
	parts := strings.SplitN(text, "`", 3)
	return parts[0], parts[1], parts[2]
}

// nameIn returns the first name in a message, which is in backquotes, or else the message.
func nameIn(message string) string {
	_, after, _ := strings.Cut(message, "`")
	if name, _, ok := strings.Cut(after, "`"); ok {
		return name
	}
	return message
}

// shortened returns a message with its names cut as far as it takes to have room, but to 16 cells at least.
func shortened(message string, room int) string {
	parts := strings.Split(message, "`")
	if len(parts)%2 == 0 || fits(message, room) { // else a backquote is in a name
		return message
	}
	short := message
	for most := 64; most >= 16 && !fits(short, room); most -= 8 {
		cut := strings.Split(message, "`")
		for n := 1; n < len(cut); n += 2 {
			cut[n] = cutRight(cut[n], most)
		}
		short = strings.Join(cut, "`")
	}
	return short
}

// thousands returns a number with a comma after its thousands, as in 3,708.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
