using System.Collections.Immutable;

namespace Pipelines.Targets.Delivery;

/// <summary>Workflows of a build that delivers, beside those of <see cref="Workflows"/>.</summary>
public static class DeliveryWorkflows
{
    // What posts deployments, see IHaveStages.GitHubToken. On GitLab it is a variable of the settings.
    private const string Token = "GITHUB_TOKEN";

    private static readonly ImmutableArray<Permission> MayPost =
    [
        Permission.Write("deployments", "record the deployment and how it ended"),
        Permission.Write("pull-requests", "tell plan and result where the change was reviewed"),
    ];

    extension(Workflows)
    {
        /// <summary>
        /// Brings every commit of the trunk through the stages: a job for each, which begins when everything else of the workflow has succeeded,
        /// checks of what is served after each, and a job that mends what a killed deployment left.
        /// </summary>
        /// <param name="build">Says which stages there are.</param>
        /// <param name="runner">Where deployments run; a hosted machine unless given, which no stage of the Local platform can be on.</param>
        /// <param name="checks">What has to succeed before the first stage.</param>
        public static Workflow Delivery(IDeploy build, Runner? runner = null, params ReadOnlySpan<Delegate> checks)
        {
            var defined = build.DefineStages();
            var stages = defined.Select(stage => stage.Name).ToImmutableArray();
            var jobs = ImmutableArray.CreateBuilder<Job>();
            foreach (var (stage, stays) in defined.Select(stage => (stage.Name, stage.Platform.IsThisMachine)))
            {
                var isFirst = jobs.Count == 0;
                jobs.Add(new Job($"deploy-{stage}")
                {
                    Title = $"Deploy to {stage}",
                    Runner = runner,
                    Needs = isFirst ? [] : [jobs[^1].Name],
                    WaitsForAll = isFirst,
                    Deployment = new(stage) { NeedsApproval = stage == stages[^1] && stages.Length > 1, StaysOnRunner = stays },
                    Permissions = MayPost,
                    TokenVariable = Token,
                }.Runs<IDeploy>(x => x.Deploy).With("to", stage));
                if (build is IVerify)
                {
                    jobs.Add(new Job($"verify-{stage}")
                    {
                        Title = $"Verify {stage}",
                        Runner = runner,
                        Needs = [$"deploy-{stage}"],
                        Deployment = new(stage) { OnlyVisits = true, StaysOnRunner = stays },
                    }.Runs<IVerify>(x => x.Verify).With("stage", stage));
                }
            }

            if (build is IRecover)
            {
                jobs.Add(new Job("recover")
                {
                    Title = "Mend what a deployment left",
                    Runner = runner,
                    Needs = [.. stages.Select(stage => $"deploy-{stage}")],
                    Start = JobStart.EvenCancelled,
                    Caches = [],
                }.Runs<IRecover>(x => x.Recover));
            }

            return new Workflow("Delivery") { Triggers = [new Trigger.Push("main")], Jobs = jobs.ToImmutable() }.Runs(checks);
        }

        /// <summary>One click takes a stage back to a release that was verified good there.</summary>
        /// <param name="build">Says which stages there are.</param>
        /// <param name="runner">Where deployments run; a hosted machine unless given, which no stage of the Local platform can be on.</param>
        public static Workflow Rollback(IRollback build, Runner? runner = null) => new("Rollback")
        {
            Triggers =
            [
                new Trigger.Manual(
                    Input.Choice("stage", [.. build.DefineStages().Select(stage => stage.Name)]) with { Description = "Stage to take back" },
                    new Input("release") { Description = "Version or start of the digest; the last verified good one when empty" }),
            ],
            Jobs =
            [
                new Job("rollback")
                {
                    Runner = runner,
                    Deployment = new(Expr.Input("stage")) { StaysOnRunner = build.DefineStages().Any(stage => stage.Platform.IsThisMachine) },
                    Permissions = MayPost,
                    TokenVariable = Token,
                }.Runs<IRollback>(x => x.Rollback).With("stage", Expr.Input("stage")).With("release", Expr.Input("release")),
            ],
        };
    }
}
