using System.Runtime.CompilerServices;

namespace Pipelines.Graph;

/// <summary>
/// Where the code of a delegate starts. Asking a delegate for its method instead makes reflection search through all methods of the class,
/// which takes seconds for ten thousand targets.
/// </summary>
internal static class DelegateCode
{
    private static readonly bool IsKnown = Try();

    /// <summary>The same for delegates of the same method; 0 for all where the runtime keeps it elsewhere.</summary>
    public static long Of(Delegate target) => IsKnown ? Read(target) : 0;

    // A delegate without an object has its code in the second field, and in the first what all such delegates share.
    private static nint Read(Delegate target) => Second(target) is var second and not 0 ? second : First(target);

    private static bool Try()
    {
        try
        {
            Read(Try);
            return true;
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_methodPtr")]
    private static extern ref nint First(Delegate target);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_methodPtrAux")]
    private static extern ref nint Second(Delegate target);
}
