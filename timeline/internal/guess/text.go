package guess

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/internal/parted"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/markup"
)

// The keys under which a map holds a title, and a text.
var (
	TitleShapes = []string{"headline", "title", "rendered", "name", "label", "en", "text", "value"}
	ProseShapes = []string{"text", "rendered", "en", "content", "body", "description", "html", "markdown", "value"}
)

// HasLetter reports whether a text says something: a number or a sign alone is no name and no title.
func HasLetter(text string) bool { return strings.IndexFunc(text, unicode.IsLetter) >= 0 }

// code matches what names a thing for programs: a number of it, or a path.
var code = lazyregexp.New(`^([0-9a-fA-F]{8,}(-[0-9a-fA-F]{4,})*|[A-Z]{1,3}[-_]?\d+|\.{0,2}/\S*|\S+\.[a-z]{2,4})$`)

// IsCode reports whether a text names a thing for programs, and says nothing to a reader: also one long word of both
// letters and digits, as keys of machines are.
func IsCode(text string) bool {
	if strings.IndexByte(text, ' ') >= 0 { // as most titles have
		return false
	}
	return code().MatchString(text) || len(text) >= 11 && strings.ContainsAny(text, "0123456789") &&
		strings.IndexFunc(text, unicode.IsUpper) >= 0 && strings.IndexFunc(text, unicode.IsLower) >= 0 &&
		!strings.ContainsAny(text, " .,:;")
}

// IsGeneral reports whether the name of a page is that of many, and says nothing of this one.
func IsGeneral(name string) bool {
	switch strings.ToLower(name) {
	case "item", "index", "post", "entry", "event", "note", "page", "readme", "untitled", "news", "article":
		return true
	}
	return false
}

// IsAddress reports whether a text is an address of the web and nothing else.
func IsAddress(text string) bool {
	begins := func(scheme string) bool {
		return len(text) >= len(scheme) && strings.EqualFold(text[:len(scheme)], scheme)
	}
	return (begins("http://") || begins("https://")) && !strings.ContainsAny(text, " \t\n")
}

// Narrower reports whether a key of a place is of something smaller than another, as a city is in a country.
func Narrower(key, than string) bool {
	scale := []string{"country", "province", "region", "state", "town", "city"}
	at, wide := slices.Index(scale, Fold(key)), slices.Index(scale, Fold(than))
	return wide >= 0 && (at < 0 || at > wide)
}

// FirstWords returns the beginning of a text that may have markup: its first sentence, or as many of its words as have
// at most n letters, with an ellipsis. A text of one line that is no longer is returned whole.
func FirstWords(text string, n int) string {
	line := strings.ToValidUTF8(firstLine(text[:min(len(text), 40*n)]), "")
	if end := sentence(line); end > 0 && utf8.RuneCountInString(line[:end]) <= n {
		return unstopped(line[:end])
	}
	if utf8.RuneCountInString(line) <= n {
		return unstopped(line)
	}
	at, letters := 0, 0
	for i, r := range line {
		if letters++; letters > n-1 {
			if at == 0 {
				at = i
			}
			break
		}
		if unicode.IsSpace(r) {
			at = i
		}
	}
	return strings.TrimRight(line[:at], " ,;:–—-") + "…"
}

// unstopped returns a sentence without the full stop at its end, and without the blanks before that.
func unstopped(sentence string) string {
	return strings.TrimRightFunc(strings.TrimSuffix(sentence, "."), unicode.IsSpace)
}

// TitleOf returns the title that a text is: the text of one line as it is written, or the beginning of a longer one
// without its markup. Whole reports whether it is all of the text. What is seen of it without markup makes it long.
func TitleOf(text string) (title string, whole bool) {
	plain := text
	if !strings.Contains(text, "\n") {
		plain = strings.Join(strings.Fields(markup.Plain(text)), " ")
		if utf8.RuneCountInString(plain) <= LongestTitle {
			return strings.TrimSpace(text), true
		}
	}
	return FirstWords(plain, LongestTitle), false
}

// firstLine returns the first line of a text that says something, without the marks of a heading or list, and without
// markup.
func firstLine(text string) string {
	for line := range strings.Lines(markup.Plain(text)) {
		line = strings.Join(strings.Fields(strings.TrimLeft(line, " \t#*->|")), " ")
		if HasLetter(line) {
			return line
		}
	}
	return ""
}

// sentence returns the offset after the first sentence of a line, and 0 where there is one only. Initials and
// abbreviations of a letter or two end none, nor do signs alone.
func sentence(line string) int {
	for i, r := range line {
		if r != '.' && r != '!' && r != '?' || i+2 >= len(line) || line[i+1] != ' ' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(line[i+2:])
		word := line[strings.LastIndexByte(line[:i], ' ')+1 : i]
		begins := unicode.IsUpper(next) || unicode.IsDigit(next)
		if begins && HasLetter(line[:i]) && (r != '.' || len(word) > 3 && !strings.Contains(word, ".")) {
			return i + 1
		}
	}
	return 0
}

// Unlink returns the name in a text that is a link or a mention and nothing else: [[Mira Sol]], [[people/Jon|Jon]],
// [Mira Sol](address), @mira. Whole reports whether nothing but marks was taken off. The name has no marks left.
func Unlink(text string) (name string, whole bool) {
	for whole = true; ; text = name {
		all := false
		if name, all = unlinkOnce(text); name == text {
			return name, whole
		}
		whole = whole && all
	}
}

// unlinkOnce takes off the outer marks of those that Unlink does.
func unlinkOnce(text string) (name string, whole bool) {
	if inner, ok := strings.CutPrefix(text, "[["); ok && strings.Index(inner, "]]") == len(inner)-len("]]") {
		inner = strings.TrimSuffix(inner, "]]")
		if page, shown, piped := strings.Cut(inner, "|"); piped {
			return strings.TrimSpace(shown), strings.TrimSpace(page) == strings.TrimSpace(shown)
		}
		page, _, part := strings.Cut(inner, "#")
		last := page[strings.LastIndexByte(page, '/')+1:]
		return strings.TrimSpace(strings.TrimSuffix(last, ".md")), !part && last == page
	}
	if name, _, ok := Link(text); ok && name != "" {
		return name, false
	}
	if name, ok := strings.CutPrefix(text, "@"); ok && name != "" {
		odd := strings.ContainsFunc(name, func(r rune) bool { return r == '@' || unicode.IsSpace(r) })
		if !odd || len(parted.Marks(text)) == 1 {
			return name, true
		}
	}
	return text, true
}

// Link returns the text and the address of a text that is a link of Markdown and nothing else.
func Link(text string) (name, address string, ok bool) {
	inner, opens := strings.CutPrefix(text, "[")
	name, address, between := strings.Cut(inner, "](")
	address, closes := strings.CutSuffix(address, ")")
	if !opens || !between || !closes || strings.ContainsAny(name, "[]") || !IsAddress(address) {
		return "", "", false
	}
	return strings.TrimSpace(name), address, true
}

// Several returns the sources that one text names, where that is a list of several, and nil where it is not: it is
// parted at semicolons and ends of lines, and addresses at blanks too. A semicolon within an address parts nothing.
func Several(text string) (several []string) {
	if !strings.ContainsAny(text, ";\n ") {
		return nil
	}
	if !strings.Contains(text, "://") && !strings.Contains(text, "&") { // as an address and an entity have it
		text = strings.ReplaceAll(text, ";", "\n")
	}
	addresses, all := true, []string(nil) // whether there is nothing else, and what they are
	text = strings.NewReplacer("; ", "\n", ";http", "\nhttp", ";[", "\n[").Replace(text)
	for part := range strings.SplitSeq(text, "\n") {
		isBetween := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(";•-*", r) }
		if part = strings.TrimFunc(part, isBetween); part == "" {
			continue
		}
		several = append(several, part)
		if _, _, link := Link(part); link {
			all = append(all, part)
			continue
		}
		for word := range strings.FieldsSeq(part) {
			if word = strings.Trim(word, ",•-*"); word != "" {
				all, addresses = append(all, word), addresses && IsAddress(word)
			}
		}
	}
	if addresses {
		several = all
	}
	if len(several) < 2 {
		return nil
	}
	return several
}

// Unhash returns a tag without the # before it.
func Unhash(tag string) string {
	if word, ok := strings.CutPrefix(tag, "#"); ok && word != "" && !strings.ContainsAny(word, " #") {
		return word
	}
	return tag
}

// dayBefore matches a whole day at the beginning of the name of a file.
var dayBefore = lazyregexp.New(`^\d{4}-\d\d-\d\d`)

// FileTitle returns the title that the name of a file has, with blanks for its hyphens, and the date that it begins
// with as YYYY-MM-DD, or "".
func FileTitle(name string) (title, date string) {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	if begin := dayBefore().FindString(name); begin != "" && (len(begin) == len(name) || !IsDigits(name[10:11])) {
		date, name = begin, strings.TrimLeft(name[len(begin):], " -_.")
	}
	if !strings.Contains(name, " ") {
		name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' }), " ")
	}
	if name = strings.TrimSpace(name); !HasLetter(name) {
		name = ""
	}
	return name, date
}
