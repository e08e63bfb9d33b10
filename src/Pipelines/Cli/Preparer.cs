using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Pipelines.Graph;
using Pipelines.Parameters;
using Pipelines.Secrets;
using Pipelines.Tools;

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
        var secrets = new SecretFinder(buildClass.Type, SecretsOf(invocation, root), secret => mask.Add(secret));
        var values = ParameterValues.Bind(declarations.All, command, invocation.Environment, root, secrets);
        // Help is what a caller with a wrong value needs.
        Check(declarations.Problems.Concat(command.Problems).Concat(command.Options.Help || command.Options.Completion is not null ? [] : values.Problems));

        Injection? injection = null;
        TargetGraph? graph = null;
        PipelineBuild? build = null;
        var ambient = new Ambient
        {
            Root = root,
            Host = Surroundings.HostOf(invocation),
            IsServer = Surroundings.IsServer(invocation.Environment),
            ServerJob = Surroundings.JobOf(invocation),
            Mask = mask,
            Value = member => values.TryGet(member, out var value) ? value : injection?.Of(member),
            RunCommand = new LoggedCommands(root, invocation, mask).RunAsync,
            DrawCi = request => DrawnCi.Of(request, graph!, build!, declarations.All.Select(parameter => Spelling.Kebab(parameter.Name))),
            PlanRehearsal = request => PlannedRehearsal.Of(request, graph!, build!),
            Schema = () => Schema(declarations.All),
        };
        ambient.Enter();
        build = Create();
        injection = new(build);
        injection.Apply();
        values.ApplyTo(build);
        values.TellSecrets(build, mask.Add);
        graph = new GraphReader(build, buildClass.Defaults(build)).Read();
        return new(build, graph, command, declarations.All, values, secrets);
    }

    /// <summary>What finding secrets takes from the invocation; makes nothing yet.</summary>
    public static SecretSurroundings SecretsOf(BuildInvocation invocation, AbsolutePath root) => new(
        root,
        invocation.Environment,
        () => new ProcessRunner(root, invocation.TimeProvider) { Environment = LoggedCommands.Inherited(invocation.Environment) },
        invocation.TimeProvider,
        Surroundings.PersonOf(invocation) is { } person ? (question, cancellationToken) => person.AskAsync(question, hidden: true, cancellationToken) : null);

    public static void Check(IEnumerable<string> problems)
    {
        var all = string.Join('\n', problems);
        if (all.Length > 0)
        {
            throw new DefinitionException(all);
        }
    }

    // Defaults are those of a second build, which no parameter, host or server has a say in: the file has to be the same everywhere.
    private string Schema(ImmutableArray<ParameterDeclaration> parameters)
    {
        var ambient = Ambient.Required;
        (ambient with { Host = Host.Plain, IsServer = false, ServerJob = () => null, Value = _ => null }).Enter();
        try
        {
            return ParameterSchema.Write(buildClass.Type.Name, parameters, Create(), ambient.Root);
        }
        finally
        {
            ambient.Enter();
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
