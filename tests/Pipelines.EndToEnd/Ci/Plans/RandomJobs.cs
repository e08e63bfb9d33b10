using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pipelines.Ci.Yaml;

namespace Pipelines.EndToEnd.Ci.Plans;

/// <summary>Jobs with any of the things that a job can be told.</summary>
internal static class RandomJobs
{
    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly string Digest = $"@sha256:{new string('a', 64)}";

    /// <summary>What any job may have.</summary>
    public static Gen<Job> Plain(string name, Around around) => Told(new(name),
    [
        Words.Text.Where(text => text.Length > 0).Select(Change<string>((job, title) => job with { Title = title })),
        Gen.Choose(60, 21_600).Select(Change<int>((job, seconds) => job with { Timeout = TimeSpan.FromSeconds(seconds) })),
        Gen.Choose(0, 2).Select(Change<int>((job, tries) => job with { Retries = tries })),
        Coin.Select(Change<bool>((job, whole) => job with { FullHistory = whole })),
        Words.AnyPath.Select(Change<string>((job, path) => job with { TestReports = [path], FailureReports = [] })),
        Words.AnyPath.Two().Select(Change<(string, string)>((job, paths) => job with { Coverage = paths.Item1, Reports = [paths.Item2] })),
        around.Value(Words.Text).Select(Change<Expr>((job, value) => job with { Variables = job.Variables.SetItem("VALUE", value) })),
        Words.Variable.Zip(Words.Text).Select(Change<(string, string)>((job, pair) => job with { Variables = job.Variables.SetItem(pair.Item1, pair.Item2) })),
        around.Value(Words.Text).Select(Change<Expr>((job, value) => job.With("stage", value))),
        around.Value(Words.Line).Select(Change<Expr>((job, value) => job.With("dry-run", value))),
        Servers.Select(Change<Service[]>((job, servers) => job with { Services = [.. servers] })),
        Coin.Select(Change<bool>((job, _) => job with { Container = $"mcr.microsoft.com/dotnet/sdk:10.0{Digest}" })),
        Gen.Elements(Runners.Ubuntu2204, Runners.Ubuntu2404).Select(Change<Runner>((job, runner) => job with { Runner = runner })),
        Gen.Elements<Cache>(Cache.Targets, Cache.NuGet, new("npm", [".npm", "a b"], "web/package-lock.json", "it's/lock")).ListOf().Select(Change<List<Cache>>((job, caches) => job with { Caches = [.. caches.Distinct()] })),
        Gen.Elements("packages", "pull-requests", "contents").Zip(Words.Text).Select(Change<(string, string)>((job, right) => job with { Permissions = [Permission.Write(right.Item1, right.Item2)] })),
        Words.Line.Select(Change<string>((job, line) => job with { GitHubSteps = [YamlNode.Mapping(("name", "Look"), ("run", "uname -a"))], GitLabScript = [$"echo {Pipelines.Ci.CommandLine.Quoted(line)}"] })),
    ]);

    /// <summary>One that nothing waits for: it may run more than once, or not always.</summary>
    public static Gen<Job> End(string name, Around around) =>
        from job in Plain(name, around)
        from kind in Gen.Choose(0, 5)
        from told in kind switch
        {
            0 => Many(job, around),
            1 => around.When().Select(when => job with { When = when }),
            2 => Gen.Elements(JobStart.AfterFailure, JobStart.Always, JobStart.EvenCancelled).Select(start => job with { Start = start, MayFail = true }),
            3 => Deploys(job, around),
            4 => Closed(job, around).Select(closed => closed with { Runner = Runners.InGroup("stages") }),
            _ => Gen.Constant(job),
        }
        select told;

    private static Gen<Service[]> Servers =>
        from password in Words.Text.Where(text => text.Length > 0)
        from name in Gen.Elements("db", "my-db", "queue")
        from servers in Gen.SubListOf(Services.Redis("7"), Services.Postgres($"17{Digest}"), new Service(name, $"example.com:5000/a/b:1{Digest}", 4_000)
        {
            Variables = ImmutableSortedDictionary<string, string>.Empty.Add("PASSWORD", password),
            Login = ImmutableSortedDictionary<string, string>.Empty.Add("DB_PASSWORD", password),
            Requires = ["PASSWORD"],
            Readiness = "ready --now",
        })
        select servers.ToArray();

    private static Gen<Job> Many(Job job, Around around) =>
        from first in Words.Axis.NonEmptyListOf()
        from second in Words.Axis.NonEmptyListOf()
        let left = new Matrix.Axis("os", [.. first.Distinct(StringComparer.Ordinal).Take(3)])
        let right = new Matrix.Axis("runtime-version", [.. second.Distinct(StringComparer.Ordinal).Take(3)])
        from less in Coin
        from more in Coin
        from most in Gen.Elements<int?>(null, 2)
        from value in around.Value(Words.Line, Expr.Axis("os"), Expr.Axis("runtime-version"))
        select job.With("image", value) with
        {
            Matrix = new(left, right)
            {
                Exclude = less && left.Values.Length * right.Values.Length > 1 ? [Leg(left.Values[0], right.Values[0])] : [],
                Include = more ? [Leg("more", "more")] : [],
                MaxParallel = most,
                FailFast = less,
            },
        };

    private static ImmutableSortedDictionary<string, string> Leg(string os, string runtime) => ImmutableSortedDictionary<string, string>.Empty.Add("os", os).Add("runtime-version", runtime);

    private static Gen<Job> Deploys(Job job, Around around) =>
        from closed in Closed(job, around)
        from place in around.Value(Gen.Elements("production", "a b", "eu/1.10"))
        from url in around.Value(Gen.Elements(".a", "-b.example.com"))
        from secret in Words.Variable
        from value in around.Value(Words.Line, Expr.Secret(secret))
        from lane in Gen.OneOf(Gen.Constant<Expr?>(null), around.Value(Words.Line).Select(text => (Expr?)text))
        from hasIdentity in Coin
        from visits in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select closed with
        {
            Caches = [],
            Deployment = new(place) { Url = "https://" + url, NeedsApproval = hasIdentity, OnlyVisits = visits },
            Secrets = [secret],
            Variables = closed.Variables.SetItem("REGISTRY", value),
            IdentityToken = hasIdentity ? new("CLOUD", "sts.example.com") : null,
            Concurrency = lane is null ? null : new(lane),
        };

    // No pull request of a fork may start it.
    private static Gen<Job> Closed(Job job, Around around) => around.HasPullRequest ? around.Closed().Select(when => job with { When = when }) : Gen.Constant(job);

    private static Gen<Job> Told(Job job, IEnumerable<Gen<Func<Job, Job>>> changes) =>
        from chosen in Gen.SubListOf(changes)
        from told in Gen.CollectToArray(chosen)
        select told.Aggregate(job, (known, change) => change(known));

    private static Func<T, Func<Job, Job>> Change<T>(Func<Job, T, Job> change) => value => job => change(job, value);
}
