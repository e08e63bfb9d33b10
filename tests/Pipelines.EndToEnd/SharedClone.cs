using NUnit.Framework;
using Pipelines.EndToEnd.Harness;

namespace Pipelines.EndToEnd;

/// <summary>One clone for all fixtures that leave its sources alone; made when first asked for, taken down after the last test.</summary>
[SetUpFixture]
public sealed class SharedClone
{
    private static readonly Lazy<Task<Clone>> Shared = new(Clone.CreateAsync);

    [OneTimeTearDown]
    public async Task Take_the_clone_down()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }

    internal static Task<Clone> GetAsync() => Shared.Value;
}
