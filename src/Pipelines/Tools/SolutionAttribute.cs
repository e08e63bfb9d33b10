using System.Reflection;

namespace Pipelines.Tools;

/// <summary>Gives a member of type <see cref="Solution"/> its value; the file is read when it is first asked.</summary>
/// <param name="path">From the root of the build; the only solution there unless set.</param>
public sealed class SolutionAttribute(string? path = null) : ValueInjectionAttribute
{
    /// <summary>From the root of the build; the only solution there when null.</summary>
    public string? Path => path;

    /// <summary>The compiler adds a property for each project and folder, such as <c>Solution.src.Shop</c>.</summary>
    public bool GenerateProjects { get; init; }

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, IPipelineBuild build)
    {
        var root = build.RootDirectory;
        return new Solution(() => path is null ? Solution.Find(root) : root / path, file => File.ReadAllText(file));
    }
}
