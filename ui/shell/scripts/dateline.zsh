#compdef dateline
# Completion of dateline for zsh.

_dateline() {
    local program=${words[1]/#\~/$HOME} how text means
    local typed="${(j: :)words[1,CURRENT-1]} $QIPREFIX$IPREFIX$PREFIX"
    local -a values meant shown flags
    local -i widest n
    whence -p -- $program >/dev/null || program=dateline
    {
        IFS= read -r how
        while IFS=$'\t' read -r text means; do
            values+=("$text")
            meant+=("$means")
            (( ${(m)#text} > widest )) && widest=${(m)#text}
        done
    } < <($program __typed zsh "$typed" 2>/dev/null)
    for (( n = 1; n <= $#values; n++ )); do
        text=${values[n]#-*=}
        text="${(mr:$widest:)text}${meant[n]:+  ($meant[n])}"
        shown+=("${text[1,COLUMNS-1]}")
    done
    [[ $how == *open* ]] && flags=(-S '')
    if (( $#values )); then
        compadd -U -V dateline -l -d shown "${(@)flags}" -a values
        [[ $how == *other* ]] && compstate[insert]=menu # what they have in common may be less than is typed
    fi
    [[ $how == *files* ]] && _files
    return 0
}

if [[ $funcstack[1] == _dateline ]]; then
    _dateline
else
    compdef _dateline dateline
fi
