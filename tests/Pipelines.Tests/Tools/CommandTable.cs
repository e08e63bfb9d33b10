using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Tests.Tools;

/// <summary>Every builder with every option: what the words are, and where the program's own help speaks of them.</summary>
internal static class CommandTable
{
    private static readonly ImmutableSortedDictionary<string, string> Values = ImmutableSortedDictionary<string, string>.Empty.Add("key", "a value");
    private static readonly AbsolutePath File = AbsolutePath.Parse("/file");
    private static readonly AbsolutePath Folder = AbsolutePath.Parse("/folder");
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly Secret Key = new("key-0815");
    private static readonly Kubectl Cluster = new() { Context = "staging", Namespace = "shop", Kubeconfig = File };
    private static readonly Helm Chart = new() { Context = "staging", Namespace = "shop", Kubeconfig = File };

    /// <summary>Words that lead to the help of the command, and the command.</summary>
    public static ImmutableArray<(string Help, Command Command)> All { get; } =
    [
        ("restore", DotNet.Restore("x.sln", new() { LockedMode = true, Runtime = "linux-x64", Sources = ["a", "b"], ConfigFile = File, Verbosity = MSBuildVerbosity.Quiet, Properties = Values })),
        ("clean", DotNet.Clean("x.sln", new() { Configuration = "Release", Framework = "net10.0", Verbosity = MSBuildVerbosity.Minimal })),
        ("build", DotNet.Build("x.sln", new() { Configuration = "Release", NoRestore = true, Framework = "net10.0", Runtime = "linux-x64", Output = Folder, NoIncremental = true, Version = "1.2.3", Verbosity = MSBuildVerbosity.Normal, Properties = Values })),
        ("test", DotNet.Test("x.sln", new() { Configuration = "Release", NoRestore = true, NoBuild = true, Framework = "net10.0", Filter = "Name=x", ResultsDirectory = Folder, Loggers = ["trx"], Collectors = ["XPlat Code Coverage"], Settings = File, HangLimit = Limit, Verbosity = MSBuildVerbosity.Detailed })),
        ("publish", DotNet.Publish("x.sln", new() { Configuration = "Release", NoRestore = true, NoBuild = true, Framework = "net10.0", Runtime = "linux-x64", SelfContained = true, Output = Folder, Version = "1.2.3", Verbosity = MSBuildVerbosity.Diagnostic })),
        ("pack", DotNet.Pack("x.sln", new() { Configuration = "Release", NoRestore = true, NoBuild = true, Output = Folder, IncludeSymbols = true, Version = "1.2.3", Properties = Values })),
        ("run", DotNet.Run("x.csproj", new() { Configuration = "Release", Framework = "net10.0", NoRestore = true, NoBuild = true, LaunchProfile = "web", Arguments = ["--port", "80"] })),
        ("nuget push", DotNet.NuGetPush("x.nupkg", new() { Source = "feed", ApiKey = Key, SymbolSource = "symbols", SymbolApiKey = Key, SkipDuplicate = true, NoSymbols = true, Timeout = Limit })),
        ("tool restore", DotNet.ToolRestore()),
        ("tool install", DotNet.ToolInstall("x", new() { Global = true, ToolPath = Folder, Version = "1.2.3", AddSource = "feed" })),
        ("tool run", DotNet.ToolRun("x", "--port", "80")),
        ("format whitespace", DotNet.Format("x.sln", new() { Part = "whitespace", VerifyNoChanges = true, NoRestore = true, Include = ["a", "b"], Exclude = ["c"] })),
        ("format style", DotNet.Format("x.sln", new() { Part = "style", Severity = "warn" })),
        ("list package", DotNet.ListVulnerable("x.sln")),
        ("msbuild", DotNet.GetProperty("x.csproj", "Version")),
        ("clone", Git.Clone("https://example.org/x.git", Folder, new() { Branch = "main", Depth = 1, SingleBranch = true, Submodules = true, NoCheckout = true })),
        ("fetch", Git.Fetch(options: new() { Tags = true, Prune = true, Unshallow = true, Depth = 5 })),
        ("status", Git.Status()),
        ("describe", Git.Describe("v*")),
        ("tag", Git.Tag("v1.2.3", "Version 1.2.3")),
        ("add", Git.Add()),
        ("add", Git.Add("a file", "b")),
        ("commit", Git.Commit("Say why", new() { All = true, AllowEmpty = true, Author = "A <a@example.org>" })),
        ("push", Git.Push("origin", "HEAD:main", new() { Tags = true, SetUpstream = true, ForceWithLease = true, DryRun = true })),
        ("rev-parse", Git.RevParse()),
        ("log", Git.Log(new() { Range = "v1..HEAD", Format = "%H %s", MaxCount = 10, FirstParent = true })),
        ("diff", Git.Diff("v1..HEAD", new() { NameOnly = true, Cached = true, Stat = true })),
        ("build", Docker.Build(".", new() { File = File, Tags = ["shop:1", "shop:2"], Labels = Values, Arguments = Values, Target = "final", Platforms = ["linux/amd64", "linux/arm64"], Pull = true, NoCache = true, CacheFrom = ["shop:1"] })),
        ("buildx build", Docker.BuildX(".", new() { Secrets = ["id=key,env=KEY"], CacheTo = ["type=inline"], MetadataFile = File, Push = true, Load = true })),
        ("push", Docker.Push("registry/shop:1")),
        ("pull", Docker.Pull("registry/shop@sha256:0")),
        ("tag", Docker.Tag("shop:1", "shop:2")),
        ("run", Docker.Run("shop:1", new() { Name = "shop", Detach = true, Remove = true, Publish = ["80:80"], Environment = Values, EnvironmentNames = ["KEY"], Volumes = ["data:/data"], Network = "net", Labels = Values, User = "1000", Workdir = "/app", ReadOnly = true, Restart = "no" }, "serve", "80")),
        ("login", Docker.Login("registry", "user", Key)),
        ("inspect", Docker.Inspect("shop", "{{.Id}}")),
        ("image inspect", Docker.Digests("shop:1")),
        ("save", Docker.Save("shop:1", File)),
        ("load", Docker.Load(File)),
        ("compose up", Docker.ComposeUp(new() { Files = ["a.yml"], ProjectName = "shop", Profiles = ["db"], EnvironmentFile = File })),
        ("compose down", Docker.ComposeDown(volumes: true)),
        ("apply", Cluster.Apply("shop.yml", new() { ServerSide = true, FieldManager = "pipelines", Prune = true, Selector = "app=shop", DryRun = "server" })),
        ("diff", Cluster.Diff("shop.yml")),
        ("rollout status", Cluster.RolloutStatus("deployment/shop", Limit)),
        ("rollout undo", Cluster.RolloutUndo("deployment/shop", 3)),
        ("get", Cluster.Get("pods", "app=shop")),
        ("delete", Cluster.Delete("deployment/shop")),
        ("wait", Cluster.Wait("deployment/shop", "condition=Available", Limit)),
        ("set image", Cluster.SetImage("deployment/shop", "web", "shop@sha256:0")),
        ("upgrade", Chart.Upgrade("shop", "./chart", new() { Version = "1", Values = ["a.yml"], Set = Values, CreateNamespace = true, Atomic = true, Wait = true, Timeout = Limit, DryRun = true, HistoryMax = 5 })),
        ("template", Chart.Template("shop", "./chart", new() { Version = "1", Values = ["a.yml"], Set = Values, OutputDirectory = Folder, IncludeCrds = true })),
        ("lint", Chart.Lint("./chart", strict: true)),
        ("rollback", Chart.Rollback("shop", 3)),
        ("history", Chart.History("shop")),
        ("ci", Npm.Ci(ignoreScripts: true)),
        ("install", Npm.Install("left-pad")),
        ("run", Npm.Run("build", "--watch")),
        ("test", Npm.Test()),
        ("pack", Npm.Pack(Folder)),
        ("publish", Npm.Publish(new() { Tag = "next", Access = "public", Registry = "https://example.org", Provenance = true, DryRun = true })),
        ("audit", Npm.Audit()),
    ];
}
