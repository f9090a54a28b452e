import { render, screen } from '@testing-library/react';
import { useState, version } from 'react';
import { version as rendererVersion } from 'react-dom';
import { expect, test } from 'vitest';

test('this project runs the React that its name says, renderer and test library included', () => {
  function Version() {
    const [text] = useState(`React ${version}`);
    return <p>{text}</p>;
  }
  render(<Version />);

  expect([version, rendererVersion]).toEqual([process.env['REACT_VERSION'], process.env['REACT_VERSION']]);
  expect(screen.getByText(`React ${process.env['REACT_VERSION']}`).isConnected).toBe(true);
});
