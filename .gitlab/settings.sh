#!/bin/sh
# Written by './build.sh GenerateCi' from build/Build.Ci.cs. Do not edit it here:
# change it there, run that command, and commit what it writes. './build.sh GenerateCi --check' compares.
set -eu
# Needs glab, signed in as a maintainer, in a working copy of the project. 40 are maintainers; approvals are of the Premium tier.

# staging: maintainers deploy
glab api --method POST "projects/:id/protected_environments" --field name=staging --field 'deploy_access_levels[][access_level]=40'

# production: maintainers deploy, another one approves
glab api --method POST "projects/:id/protected_environments" --field name=production --field 'deploy_access_levels[][access_level]=40' --field 'approval_rules[][access_level]=40' --field 'approval_rules[][required_approvals]=1'

# staging: deployments wait in the order in which they came
glab api --method PUT "projects/:id/resource_groups/deploy-staging" --field process_mode=oldest_first

# production: deployments wait in the order in which they came
glab api --method PUT "projects/:id/resource_groups/deploy-production" --field process_mode=oldest_first

# Nightly: 17 3 * * 1-5
schedule=$(glab api --method POST "projects/:id/pipeline_schedules" --field description=Nightly --field ref=main --field cron='17 3 * * 1-5' --field cron_timezone=UTC | sed -e 's/^[^0-9]*"id":\([0-9]*\).*/\1/')
glab api --method POST "projects/:id/pipeline_schedules/$schedule/variables" --field key=WORKFLOW --field value=nightly
