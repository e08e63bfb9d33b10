using System.Reflection;

namespace Pipelines.Tools;

/// <summary>Gives a member of type <see cref="GitRepository"/> the facts of the build's root; git is asked when the first of them is used.</summary>
public sealed class GitRepositoryAttribute : ValueInjectionAttribute
{
    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, IPipelineBuild build)
    {
        var root = build.RootDirectory;
        return GitRepository.At(root, new ProcessRunner(root, TimeProvider.System));
    }
}
