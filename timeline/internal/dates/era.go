package dates

import "strings"

// Era returns the era that a key beside a year says by its name and by whether that holds, as bc: true does. The name
// is folded. The era is "" where the key says none.
func Era(folded, value string) string {
	holds, other := "BC", "AD"
	switch folded {
	case "bc", "bce", "isbc", "isbce", "startbc", "endbc", "startbce", "endbce", "beforechrist", "isbeforechrist":
	case "ce", "isad", "isce":
		holds, other = other, holds
	default:
		return ""
	}
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "true", "yes", "y", "t", "1", "x":
		return holds
	case "false", "no", "n", "f", "0":
		return other
	}
	return ""
}
