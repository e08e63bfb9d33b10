using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's tasks for <c>dotnet</c>; the compiler adds one for each record of settings.</summary>
public static partial class DotNetTasks
{
    /// <summary>Installs the tools of the manifest, and waits for it.</summary>
    public static IReadOnlyCollection<Output> DotNetToolRestore() => BlockingRun.Of(Tools.DotNet.ToolRestore());

    /// <summary>Runs any command of <c>dotnet</c>, and waits for it.</summary>
    /// <param name="arguments">One item an argument; a line with blanks in it is one argument.</param>
    public static IReadOnlyCollection<Output> DotNet(params ReadOnlySpan<string> arguments) => BlockingRun.Of(Command.Of("dotnet", arguments));
}
