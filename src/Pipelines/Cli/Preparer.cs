using System.Reflection;
using System.Runtime.ExceptionServices;
using Pipelines.Graph;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>Makes a build class ready to be planned.</summary>
internal sealed class Preparer(BuildClass buildClass, BuildInvocation invocation, SecretMask mask)
{
    /// <summary>Makes, binds and reads; from then on the calling flow belongs to the run.</summary>
    /// <exception cref="DefinitionException">The command line, a value or the definition is wrong; the message lists every problem.</exception>
    public Preparation Prepare()
    {
        var declarations = ParameterDeclarations.Of(buildClass.Type);
        var names = GraphReader.NamesOf(buildClass.Type);
        var command = CommandLine.Parse(invocation.Arguments, declarations.All, names);
        var root = RootFinder.Find(command.Options.Root, invocation.Root);
        var values = ParameterValues.Bind(declarations.All, command, invocation.Environment, root);
        // Help is what a caller with a wrong value needs.
        Check(declarations.Problems.Concat(command.Problems).Concat(command.Options.Help ? [] : values.Problems));

        Injection? injection = null;
        var ambient = new Ambient
        {
            Root = root,
            Host = Surroundings.HostOf(invocation),
            IsServer = Surroundings.IsServer(invocation.Environment),
            Mask = mask,
            Value = member => values.TryGet(member, out var value) ? value : injection?.Of(member),
            RunCommand = new LoggedCommands(root, invocation, mask).RunAsync,
        };
        ambient.Enter();
        var build = Create();
        injection = new(build);
        injection.Apply();
        values.ApplyTo(build);
        foreach (var secret in values.Secrets(build))
        {
            mask.Add(secret);
        }
        var graph = new GraphReader(build, buildClass.Defaults(build)).Read();
        return new(build, graph, command, declarations.All, values);
    }

    public static void Check(IEnumerable<string> problems)
    {
        var all = string.Join('\n', problems);
        if (all.Length > 0)
        {
            throw new DefinitionException(all);
        }
    }

    // "new T()" of a type parameter wraps what a constructor throws.
    private PipelineBuild Create()
    {
        try
        {
            return buildClass.Create();
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }
}
