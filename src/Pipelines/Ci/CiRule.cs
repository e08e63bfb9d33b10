using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>What generating looks for; the table of <c>docs/ci.md</c> has a row for each.</summary>
/// <param name="Id">Stays, also when the words change.</param>
/// <param name="Title">The row's text.</param>
/// <param name="IsError">Files are not written.</param>
internal sealed record CiRule(string Id, string Title, bool IsError = true)
{
    public static CiRule Name { get; } = new("CI001", "A workflow or job has a name that a system refuses, or that another one has");
    public static CiRule UnknownJob { get; } = new("CI002", "A job needs a job that the workflow does not have, or is described but begins at no target");
    public static CiRule Circle { get; } = new("CI003", "Jobs wait for each other in a circle");
    public static CiRule NarrowNeed { get; } = new("CI004", "A job needs one that takes part less often than itself");
    public static CiRule NotSplit { get; } = new("CI005", "A job is spread over shards, but its targets do not split: each machine would do all of it");
    public static CiRule NotProduced { get; } = new("CI006", "A target consumes files of one that produces none");
    public static CiRule NoDigest { get; } = new("CI007", "A deployment names an image by a tag, which can change, instead of a digest");
    public static CiRule ServiceVariable { get; } = new("CI008", "A service lacks a variable without which its image does not start");
    public static CiRule Secret { get; } = new("CI009", "A secret is used that the job does not declare");
    public static CiRule NotThere { get; } = new("CI010", "One of the systems has no such thing");
    public static CiRule Emulated { get; } = new("CI011", "One of the systems has no such thing, and it is done in another way", IsError: false);
    public static CiRule DeployGroup { get; } = new("CI012", "Deployments to one environment could run at the same time, or cancel each other");
    public static CiRule ForkReachable { get; } = new("CI013", "A pull request, also one of a fork, could start a deployment or a job with secrets");
    public static CiRule ForkRunner { get; } = new("CI014", "A pull request, also one of a fork, could run on a machine of one's own");
    public static CiRule SecretPlace { get; } = new("CI015", "A job has secrets but no environment that guards them", IsError: false);
    public static CiRule Context { get; } = new("CI016", "A value is used where the system does not know it");
    public static CiRule Parameter { get; } = new("CI017", "A job gives a value to a parameter that the build does not have");
    public static CiRule Input { get; } = new("CI018", "An input is read that no trigger of the workflow asks for, or its description contradicts itself");
    public static CiRule Pin { get; } = new("CI019", "An action of GitHub is not pinned to a commit");
    public static CiRule Image { get; } = new("CI020", "An image has no version");
    public static CiRule Matrix { get; } = new("CI021", "A matrix is empty, too large, or lacks an axis that is read");
    public static CiRule ManyResults { get; } = new("CI022", "A result or file is taken from a job that runs more than once");
    public static CiRule Cron { get; } = new("CI023", "A schedule cannot be read, or is more frequent than a system allows");
    public static CiRule Injection { get; } = new("CI024", "An expression stands inside a shell line");
    public static CiRule Dangerous { get; } = new("CI025", "A trigger gives secrets to code that nobody reviewed");
    public static CiRule Rights { get; } = new("CI026", "A token gets rights that GitHub does not know, or all of them");
    public static CiRule Limit { get; } = new("CI027", "A timeout or number of tries is out of range");
    public static CiRule StopJob { get; } = new("CI028", "An environment is stopped by a job that does not exist or does not stop it");
    public static CiRule RawGitLab { get; } = new("CI029", "Keys that GitLab was given contradict those that are written, or a pattern cannot be read");
    public static CiRule RunsInNoJob { get; } = new("CI030", "A target runs in no job", IsError: false);
    public static CiRule Repeated { get; } = new("CI031", "A target runs in several jobs, as what it leaves behind does not travel", IsError: false);
    public static CiRule DeployCache { get; } = new("CI032", "A job that deploys takes files from a cache");
    public static CiRule Empty { get; } = new("CI033", "A workflow is started by nothing, or has nothing to do, or a job of it never");
    public static CiRule Needs { get; } = new("CI034", "A job needs more jobs than GitLab takes");
    public static CiRule Setting { get; } = new("CI035", "What was asked for is a setting, which no file can hold", IsError: false);
    public static CiRule NoDigestNote { get; } = new("CI036", "An image has a version, but no digest", IsError: false);
    public static CiRule Untested { get; } = new("CI037", "A deployment has nothing before it that was built or tested in the same run");
    public static CiRule Unchecked { get; } = new("CI038", "A deployment has no Recover job behind it that always runs", IsError: false);
    public static CiRule Unsafe { get; } = new("CI039", "A file as it would be written lets other people's work or words do harm");
    public static CiRule Word { get; } = new("CI040", "A variable, secret, axis, service or environment has a name that a system refuses");
    public static CiRule LostStage { get; } = new("CI041", "What is deployed stays on a machine that is thrown away after the job");

    public static ImmutableArray<CiRule> All { get; } =
    [
        Name, UnknownJob, Circle, NarrowNeed, NotSplit, NotProduced, NoDigest, ServiceVariable, Secret, NotThere, Emulated, DeployGroup, ForkReachable, ForkRunner,
        SecretPlace, Context, Parameter, Input, Pin, Image, Matrix, ManyResults, Cron, Injection, Dangerous, Rights, Limit, StopJob, RawGitLab, RunsInNoJob, Repeated,
        DeployCache, Empty, Needs, Setting, NoDigestNote, Untested, Unchecked, Unsafe, Word, LostStage,
    ];

    public CiFinding At(string subject, string message) => new(Id, subject, message, IsError);
}
