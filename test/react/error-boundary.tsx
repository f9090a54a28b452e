import type { ReactNode } from 'react';
import { Component } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Shows the message of what is thrown inside, as an alert. */
export class ErrorBoundary extends Component<ErrorBoundaryProps> {
  static getDerivedStateFromError(error: Error): { readonly message: string } {
    return { message: error.message };
  }
  override readonly state = { message: '' };
  override render(): ReactNode {
    return this.state.message === '' ? this.props.children : <p role="alert">{this.state.message}</p>;
  }
}
