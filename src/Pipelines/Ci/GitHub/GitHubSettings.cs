namespace Pipelines.Ci.GitHub;

/// <summary>What an administrator sets on GitHub, as commands of its program <c>gh</c>.</summary>
internal static class GitHubSettings
{
    public const string Path = ".github/settings.sh";

    private const string Start = """
        # Needs gh, signed in as an administrator of the repository. REVIEWERS is the team that approves, by its slug.
        repository=${GITHUB_REPOSITORY:-$(gh repo view --json nameWithOwner --jq .nameWithOwner)}

        """;

    public static string? Of(CiPlan plan, string header) => SettingsScript.Of(header, Start,
    [
        .. SettingsScript.Environments(plan).Select(place => new SettingsStep(
            $"{place.Name}: {(place.NeedsApproval ? "the team approves, nobody their own change; " : "")}only protected branches deploy", Environment(place.Name, place.NeedsApproval))),
        .. plan.Workflows.Where(workflow => workflow.Settings.Gate is not null).Select(workflow => new SettingsStep(
            $"{workflow.Settings.Trunk}: nothing is merged before '{JobName.Words(workflow.Settings.Gate!)}' succeeded", Check(workflow.Settings.Trunk, JobName.Words(workflow.Settings.Gate!)))),
    ]);

    private static string Environment(string name, bool needsApproval)
    {
        const string policy = "\"deployment_branch_policy\": {\"protected_branches\": true, \"custom_branch_policies\": false}";
        var path = $"\"repos/$repository/environments/{Uri.EscapeDataString(name)}\"";
        return needsApproval
            ? $$$"""
              team=$(gh api "orgs/${repository%%/*}/teams/${REVIEWERS:?is the team that approves}" --jq .id)
              gh api --method PUT {{{path}}} --input - <<EOF
              {"prevent_self_review": true, "reviewers": [{"type": "Team", "id": $team}], {{{policy}}}}
              EOF
              """
            : $$$"""
              gh api --method PUT {{{path}}} --input - <<'EOF'
              { {{{policy}}} }
              EOF
              """;
    }

    private static string Check(string branch, string check) => $$$"""
        gh api --method POST "repos/$repository/rulesets" --input - <<'EOF'
        {"name": "{{{check}}}", "target": "branch", "enforcement": "active",
         "conditions": {"ref_name": {"include": ["refs/heads/{{{branch}}}"], "exclude": []}},
         "rules": [{"type": "required_status_checks", "parameters": {"strict_required_status_checks_policy": false, "required_status_checks": [{"context": "{{{check}}}"}]}}]}
        EOF
        """;
}
