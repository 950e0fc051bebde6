
# The launcher's own commands, and the names of criteria sets, on top of what the commands above know.
# shellcheck disable=SC2207 # zsh, which reads this too, knows no mapfile
function _thangdiem_launcher() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} set
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "demo check template score verify verify-ledger verify-receipt test bench completion run help" -- "$word"))
  elif [ "$COMP_CWORD" -eq 2 ] && [ "$previous" = help ]; then
    COMPREPLY=($(compgen -W "run demo check template score verify verify-ledger verify-receipt bench completion" -- "$word"))
  elif [ "${COMP_WORDS[1]}" = bench ]; then
    COMPREPLY=($(compgen -W "check small large verify robustness thousands million start load import crowd follow publish ledger" -- "$word"))
  elif [ "${COMP_WORDS[1]}" = run ]; then
    case $previous in
      --home) COMPREPLY=($(compgen -d -- "$word")) ;;
      --listen) COMPREPLY=($(compgen -W "127.0.0.1 0.0.0.0" -- "$word")) ;;
      --port) COMPREPLY=() ;;
      *) COMPREPLY=($(compgen -W "--home --listen --port" -- "$word")) ;;
    esac
  elif [ "${COMP_WORDS[1]}" = demo ]; then
    COMPREPLY=($([ "$previous" = --port ] || compgen -W "--port" -- "$word"))
  elif [ "$previous" = --criteria ]; then
    COMPREPLY=()
    for set in "${COMP_WORDS[0]%/*}"/criteria/*/*/criteria.yaml; do
      set=${set#*/criteria/}
      case ${set%/criteria.yaml} in "$word"*) COMPREPLY+=("${set%/criteria.yaml}") ;; esac
    done
  else
    _complete_thangdiem
  fi
}
complete -F _thangdiem_launcher -o default thangdiem
