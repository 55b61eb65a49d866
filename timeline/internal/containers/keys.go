package containers

// IsDate reports whether a key may say when an event happened.
func IsDate(key string) bool { return dates[Fold(key)] }

// IsTitle reports whether a key may say what happened.
func IsTitle(key string) bool { return titles[Fold(key)] }

// dates are names of dates, folded.
var dates = wordSet("date", "year", "start", "when", "startdate", "startyear", "begin", "begindate", "from", "day",
	"timestamp", "datetime", "time", "starttime", "startedat", "eventdate", "createdat", "published", "publishedat",
	"exactdate", "period", "dateopen", "deadline", "dtstart", "dates", "fcdate", "occurredat", "releasedate", "jahr",
	"datum")

// titles are names of titles, folded.
var titles = wordSet("title", "name", "event", "headline", "what", "label", "subject", "heading", "text",
	"summary", "description", "desc", "content", "topic", "milestone", "titel")

// wordSet returns a set of words.
func wordSet(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}
