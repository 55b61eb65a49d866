package formats

import (
	"slices"
	"strings"

	"dateline/timeline/lazyregexp"
)

// This file tells a chronicle in Markdown from YAML, which begins comments and items with the same signs.

var (
	// keyLine matches a line of a key of YAML. Prose has its words before a colon with a capital letter, but for those.
	keyLine = lazyregexp.New(`^\s*(?:- +)?(?:["']?[a-z_][\w-]*["']?|(?i:date|title|events?|name|year|start|end)):(?:\s|$)`)
	// nested matches an item of YAML that is a map, or whose key is a date with a value that no text is.
	nested = lazyregexp.New(`^- +(?:\{|["']?[\d-]+["']?:\s*(?:$|[{\[&|>]))`)
	// begin matches what a heading or an item begins with, before its date.
	begin = lazyregexp.New(`^(?:(#{1,6})|[-*+]|\d{1,3}[.)])[ \t]+[\[*_(~` + "`" + `"]*`)
	// day matches a date, and what sets it apart from words that follow it.
	day = lazyregexp.New(`^(?i:c\.? ?|ca\. ?|circa )?(?:` +
		`\d{4}-\d\d?(?:-\d\d?)?|\d{4}/\d\d?/\d\d?|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}年(?:\d\d?月)?(?:\d\d?日)?|` +
		`(?:\pL{2,12}\.?,? )?\d{1,2}(?:st|nd|rd|th|\.)? (?:de |of )?\pL{3,12}\.?,?(?: de)? \d{4}|` +
		`\pL{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\pL{3,12} \d{4}|` +
		`(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?` +
		`(?: \d{1,2}(?:st|nd|rd|th)?)?|` +
		`\pL{2,12}\.?,? \d{1,2}\. \pL{3,12}|` +
		`\d{3,4}(?:s| (?:BC|AD|B?CE))?(?: ?[-–] ?\d{2,4})?` +
		`)(?:[:*_)\]–—：、｜]| [-–—|:]|$|\s[\[A-Z*(])`)
	// ending matches a heading that ends with a date.
	ending = lazyregexp.New(`(?:\d{4}-\d\d(?:-\d\d)?|\d{4} \pL{3,12} \d{1,2}|\pL{3,12} \d{1,2},? \d{4}|` +
		`\d{1,2}\.? \pL{3,12} \d{4}|[./]\d\d?[./]\d{4})\)?[*_]*$`)
)

// isChronicle reports whether a text of no other format is a page whose headings, items or rows have dates: two of its
// first lines have, and none is a key of YAML.
func isChronicle(text string) bool {
	const most, longest = 200, 16 << 10 // lines and bytes that are looked at
	text = text[:min(len(text), longest)]
	dated, inTable, inCode := 0, false, false
	before := ""
	n := 0
	for line := range strings.Lines(text) {
		if n++; n > most {
			break
		}
		line = strings.TrimRight(line, " \t\r\n")
		switch {
		case strings.HasPrefix(line, "```"):
			inCode = !inCode
		case inCode:
		case keyLine().MatchString(line), nested().MatchString(line):
			return false
		case strings.Contains(before, "|") && strings.Contains(line, "-|") && strings.Trim(line, "|-: \t") == "":
			inTable = true
		case inTable && strings.HasPrefix(line, "|"):
			if slices.ContainsFunc(strings.Split(line, "|"), isDayAlone) {
				dated++
			}
		default:
			inTable = false
			if isDatedLine(line) {
				dated++
			}
		}
		before = line
	}
	return dated > 1
}

// isDayAlone reports whether a cell of a table is a date.
func isDayAlone(cell string) bool {
	cell = strings.Trim(cell, "*_ \t")
	return cell != "" && day().FindString(cell) == cell
}

// isDatedLine reports whether a line is a heading with a date, or an item with a date and some words.
func isDatedLine(line string) bool {
	at := begin().FindStringSubmatchIndex(line)
	if at == nil {
		return false
	}
	rest, isHeading := line[at[1]:], at[2] >= 0
	found := day().FindString(rest)
	if found == "" {
		return isHeading && ending().MatchString(rest)
	}
	return isHeading || strings.Trim(rest[len(found):], " *_:)]-–—|,") != "" || strings.HasSuffix(found, " ")
}
