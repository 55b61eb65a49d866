package timeline

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// WebAddress gives an address of the web as it may be handed to a browser or a terminal; ok is false for everything else.
// It begins with http:// or https:// and is printable ASCII without blanks and quotes: the host in Punycode, so that letters
// which only look like others show, the rest percent-encoded. An address that hides its host behind a user's name is none.
func WebAddress(text string) (address string, ok bool) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return "", false
	}
	if u.Host, ok = asciiHost(u); !ok {
		return "", false
	}
	return escapeAddress(u.String()), true
}

// maxHost is how many bytes a host may have before it is put into Punycode, whose cost grows with their square. The result
// has at most 253.
const maxHost = 1000

// asciiHost gives the host of u with its port, in ASCII.
func asciiHost(u *url.URL) (host string, ok bool) {
	if host = strings.ToLower(u.Hostname()); len(host) > maxHost {
		return "", false
	}
	if strings.IndexFunc(host, func(r rune) bool { return r > '~' }) >= 0 {
		var err error
		if host, err = idna.Lookup.ToASCII(host); err != nil {
			return "", false
		}
	}
	allowed := "abcdefghijklmnopqrstuvwxyz0123456789.-_"
	if strings.HasPrefix(u.Host, "[") { // an IPv6 address
		allowed = "abcdef0123456789:."
	}
	if host == "" || strings.ContainsFunc(host, func(r rune) bool { return !strings.ContainsRune(allowed, r) }) {
		return "", false
	}
	if strings.HasPrefix(u.Host, "[") {
		host = "[" + host + "]"
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	return host, true
}

// escapeAddress percent-encodes what an address cannot hold and net/url lets through, such as quotes in a query.
func escapeAddress(address string) string {
	var out strings.Builder
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c > '~' || strings.IndexByte("\"'<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&out, "%%%02X", c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}
