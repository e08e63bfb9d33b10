#!/bin/sh
# Written by './build.sh GenerateCi' from build/Build.Ci.cs. Do not edit it here:
# change it there, run that command, and commit what it writes. './build.sh GenerateCi --check' compares.
set -eu
# Needs gh, signed in as an administrator of the repository. REVIEWERS is the team that approves, by its slug.
repository=${GITHUB_REPOSITORY:-$(gh repo view --json nameWithOwner --jq .nameWithOwner)}

# staging: only protected branches deploy
gh api --method PUT "repos/$repository/environments/staging" --input - <<'EOF'
{ "deployment_branch_policy": {"protected_branches": true, "custom_branch_policies": false} }
EOF

# production: the team approves, nobody their own change; only protected branches deploy
team=$(gh api "orgs/${repository%%/*}/teams/${REVIEWERS:?is the team that approves}" --jq .id)
gh api --method PUT "repos/$repository/environments/production" --input - <<EOF
{"prevent_self_review": true, "reviewers": [{"type": "Team", "id": $team}], "deployment_branch_policy": {"protected_branches": true, "custom_branch_policies": false}}
EOF

# main: nothing is merged before 'All checks' succeeded
gh api --method POST "repos/$repository/rulesets" --input - <<'EOF'
{"name": "All checks", "target": "branch", "enforcement": "active",
 "conditions": {"ref_name": {"include": ["refs/heads/main"], "exclude": []}},
 "rules": [{"type": "required_status_checks", "parameters": {"strict_required_status_checks_policy": false, "required_status_checks": [{"context": "All checks"}]}}]}
EOF
