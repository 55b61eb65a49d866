package freeform

import (
	"strconv"
	"strings"

	"dateline/timeline/edtf/freeform/counted"
	"dateline/timeline/lazyregexp"
)

// This file takes off a text what stands beside a date and is no part of it.

var (
	footnotes = lazyregexp.New(`(\s*\[(?:\d{1,3}|[a-z]|(?:note|nb|n) ?\d{1,2}|citation needed)\])+$`)
	age       = lazyregexp.New(`(?i)\s*(?:;\s*\d+ (?:years?|months?|days?)(?: and \d+ days?)? ago|` +
		`\(aged? \d{1,3}(?:[-–]\d{1,3})?\))$`)
	isoBefore = lazyregexp.New(`^\((\d{4}-\d\d(?:-\d\d)?)\)\s*(\S.*)$`)
	isoAfter  = lazyregexp.New(`^(.*\S)\s+\((\d{4}-\d\d(?:-\d\d)?)\)$`)

	zoneInBrackets = lazyregexp.New(`^(.*?\d:\d\d(?::\d\d)?)(.*?)\s\(([A-Za-z][A-Za-z .]*)\)$`)
	offset         = lazyregexp.New(`[+-]\d\d:?\d\d$|\d[Zz]$`)
	zoneOfGo       = lazyregexp.New(`([+-]\d{4}) [A-Z]{3,5}(?: m=[+-][\d.]+)?$`)
	cameraPattern  = lazyregexp.New(`^(\d{8})[_ ](\d{6})$`)
	dayWithOffset  = lazyregexp.New(`^(\d{4}-\d\d-\d\d)(?: ?\+(?:0\d|1[0-4]):?[0-5]\d|-(?:0\d|1[0-2]):[0-5]\d)$`)
	nameOfZone     = lazyregexp.New(`^(.*\d:\d\d.*?)\s?\[?[A-Z][A-Za-z]+/[A-Z][A-Za-z_/-]+\]?$`)

	otherZones = lazyregexp.New(`(?i)^(.*\d(?::\d\d|\s?[ap]\.?m\b).*\S)\s*[(\[]` +
		`(?:\s*[/,;]?\s*\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?[A-Z]{1,4})+[)\]]$`)
	hours = lazyregexp.New(`(?i)^(.*\d)\s*[\s|,@]\s*(?:at |from )?(\d{1,2})(:\d\d)?\s?([ap]\.?m\.?)?\s?[-–—]\s?` +
		`(\d{1,2})(:\d\d)?\s?([ap]\.?m\.?)\s*([A-Z]{1,4})?$`)

	dotNet = lazyregexp.New(`^/Date\((-?\d{1,14})([+-]\d{4})?\)/$`)
)

// withoutFootnotes returns a text without the marks of footnotes after it: "13 April 1861[1]".
func withoutFootnotes(text string) string {
	if text == "" || text[len(text)-1] != ']' || text[0] == '[' || text[0] == '{' {
		return text
	}
	return footnotes().ReplaceAllString(text, "")
}

// withoutAside returns a text without what encyclopedias put beside a date: how old somebody was, how long ago it is,
// and the same date in ISO 8601, which is returned as well.
func withoutAside(text string) (rest, iso string) {
	bracket := text[0] == '(' || text[len(text)-1] == ')'
	if !bracket && !strings.HasSuffix(text, "ago") {
		return text, ""
	}
	rest = text
	if m := isoBefore().FindStringSubmatch(rest); m != nil {
		iso, rest = m[1], m[2]
	} else if m := isoAfter().FindStringSubmatch(rest); m != nil {
		rest, iso = m[1], m[2]
	}
	return age().ReplaceAllString(rest, ""), iso
}

// withoutZoneName returns a text without the name of a time zone that adds nothing to its offset, as in mail and in
// JavaScript, or that is not the same all the year. One in brackets at the end that is all there is goes to its time.
func withoutZoneName(text string) string {
	if len(text) >= len("2020-05-05+0200") && text[4] == '-' && text[7] == '-' {
		text = dayWithOffset().ReplaceAllString(text, "$1")
	}
	switch last := text[len(text)-1]; {
	case last == ')' && strings.Contains(text, ":"):
		m := zoneInBrackets().FindStringSubmatch(text)
		switch {
		case m == nil:
			return text
		case offset().MatchString(m[1] + m[2]), strings.Contains(m[2], "GMT"):
			return m[1] + m[2]
		}
		return m[1] + " " + m[3] + m[2]
	case strings.Contains(text, " m="), last >= 'A' && last <= 'Z' && strings.ContainsAny(text, "+-"): // Go writes it so
		return zoneOfGo().ReplaceAllString(text, "$1")
	case len(text) == len("20241103_100000"): // as cameras do
		return cameraPattern().ReplaceAllString(text, "${1}T$2")
	case last == ']' || last >= 'a' && last <= 'z':
		if at := strings.LastIndexByte(text, '/') + 1; at == 0 || text[at] < 'A' || text[at] > 'Z' {
			return text
		}
		if m := nameOfZone().FindStringSubmatch(text); m != nil {
			return m[1]
		}
	}
	return text
}

// withoutOtherZones returns a text without the same time in the zones of others: "21:00 UTC (4pm ET)".
func withoutOtherZones(text string) string {
	if last := text[len(text)-1]; last != ')' && last != ']' {
		return text
	}
	return otherZones().ReplaceAllString(text, "$1")
}

// inFull writes out the hours of a span, as in "Nov 20th 2023 | 9-10 AM EST": the zone is that of both, and the half of
// the day of the second is that of the first as well, where the first is before the second so.
func inFull(text string) string {
	if !strings.ContainsAny(text, "mM") {
		return text
	}
	m := hours().FindStringSubmatch(text)
	if m == nil {
		return text
	}
	day, half, end := m[1], m[4], m[7]
	if half == "" {
		minutes := func(hour, minute string) int {
			return atoi(hour)%12*60 + atoi(strings.TrimPrefix(minute, ":"))
		}
		if half = end; minutes(m[2], m[3]) >= minutes(m[5], m[6]) {
			half = map[bool]string{true: "am", false: "pm"}[strings.ContainsAny(end[:1], "pP")]
		}
	}
	return day + ", " + m[2] + m[3] + " " + half + " " + m[8] + " – " + day + ", " + m[5] + m[6] + " " + end + " " + m[8]
}

// ofProgram reads a time as the programs of .NET write it into JSON: /Date(1725811200000+0200)/.
func ofProgram(text string) []Reading {
	m := dotNet().FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	n, _ := strconv.ParseInt(m[1], 10, 64)
	milli, zone := (n%1000+1000)%1000, "Z"
	seconds := (n - milli) / 1000
	if m[2] != "" {
		zone = m[2][:3] + ":" + m[2][3:]
		east := int64(atoi(m[2][1:3])*60 + atoi(m[2][3:]))
		if m[2][0] == '-' {
			east = -east
		}
		seconds += east * 60
	}
	edtf := counted.Since1970(seconds, true)
	if milli > 0 {
		edtf += "." + strconv.Itoa(int(1000 + milli))[1:]
	}
	return []Reading{{EDTF: edtf + zone}}
}
