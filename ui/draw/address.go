package draw

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// An address is trusted for the end of its host: accounts.google.com.evil.example belongs to evil.example. So a host
// that there is no room for loses its beginning, never its end.

// ShortAddress returns how a web address is shown: without its scheme, so that the host comes first.
func ShortAddress(address string) string {
	_, short, _ := strings.Cut(address, "://")
	return short
}

// hostEnds are the characters that end a host, also in a text that says more than an address.
const hostEnds = "/?#\\ \t\n\"'<>(),;"

// longestHost is how many bytes are looked at for the end of a host. None that can be opened has as many.
const longestHost = 1000

// cutAtHost divides an address without a scheme, and what follows it, into the host and the rest; ok is false where the
// host has no end that can be found.
func cutAtHost(short string) (host, rest string, ok bool) {
	n := strings.IndexAny(short[:min(len(short), longestHost)], hostEnds)
	if n < 0 {
		n = len(short)
	}
	return short[:n], short[n:], n <= longestHost
}

// afterHost returns the least of what follows a host that must be shown, or the host could as well go on.
func afterHost(rest, more string) string {
	if len(rest) < 2 {
		return rest
	}
	return rest[:1] + more
}

// CutAddress shortens an address without a scheme to at most w cells, and keeps the end of its host.
func CutAddress(short string, w int, more string) string {
	host, rest, _ := cutAtHost(short)
	after := afterHost(rest, more)
	switch room := w - Cells(after); {
	case Cells(host) <= room:
		return cutAnywhere(short, w, more)
	case room < leastHost:
		return cutHost(host, w, more)
	default:
		return cutHost(host, room, more) + after
	}
}

// cutHost shortens a host to at most w cells. It loses its first names, or the middle of a long one: a name without its
// beginning could be taken for another.
func cutHost(host string, w int, more string) string {
	size := Cells(host)
	if size <= w {
		return host
	}
	if w <= Cells(more) {
		return ansi.TruncateLeft(host, size-max(w, 0), "")
	}
	tail := ansi.TruncateLeft(host, size-w+Cells(more), "")
	at := len(host) - len(tail)
	if from, ok := wholeNames(host, at); ok {
		return more + host[from:]
	}
	name := host[strings.LastIndexByte(host[:at], '.')+1 : at]
	head := ansi.Truncate(name, Cells(tail)/4, "")
	return head + more + ansi.TruncateLeft(tail, Cells(head), "")
}

// wholeNames returns the first place in a host, not before at > 0, where a name begins; ok is false where that would
// leave less than half of what follows at.
func wholeNames(host string, at int) (from int, ok bool) {
	dot := strings.IndexByte(host[at-1:], '.')
	return at + dot, dot >= 0 && 2*dot < len(host)-at
}

// leastHost is the least room in which a part of a host says something.
const leastHost = 8

// cutInHost shortens a text to at most w cells where a host in it would lose its end; ok is false where none would.
func cutInHost(s string, w int, more string) (short string, ok bool) {
	window := Enough(s, w)
	if len(window) == len(s) && (!strings.Contains(s, "://") || Cells(s) <= w) {
		return "", false
	}
	for from := 0; from < len(window); {
		at := strings.Index(window[from:], "://")
		if at < 0 {
			break
		}
		from += at + len("://")
		host, rest, found := cutAtHost(s[from:])
		before, after := Cells(s[:from]), afterHost(rest, more)
		room := w - before - Cells(after)
		switch {
		case before+Cells(more) >= w:
			return "", false
		case !found || Cells(host) <= room:
			from += len(host)
		case room < leastHost:
			return s[:from] + more, true
		default:
			return s[:from] + cutHost(host, room, more) + after, true
		}
	}
	return "", false
}

// AddressLines breaks an address without a scheme into lines of at most w cells: the whole host, with its end kept
// together, and as much of the path as the last line has room for. The lines below the first leave room for an indent.
func AddressLines(short string, w, indent int, more string) []string {
	host, rest, _ := cutAtHost(short)
	room := w - Cells(afterHost(rest, more))
	if len(host) <= room || w-indent < leastHost {
		return []string{CutAddress(short, w, more)}
	}
	var lines []string
	for room -= indent; len(host) > w || lines == nil; room = w - indent {
		from := len(host) - room
		if start, ok := wholeNames(host, from); ok {
			from = start
		}
		line := host[from:]
		if lines == nil {
			line = cutAnywhere(line+rest, w-indent, more)
		}
		lines, host = append(lines, line), host[:from]
	}
	lines = append(lines, host)
	slices.Reverse(lines)
	return lines
}
